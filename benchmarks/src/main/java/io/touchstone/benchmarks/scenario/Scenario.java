package io.touchstone.benchmarks.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Size and place in time of Scenario P: 20 live experiments in 4 layers, of which a unit meets one in each, with 5 metrics
 * (2 windowed) and one dimension of 5 values; 10 % exposures, 85 % outcomes of 30 names of which 10 are in metrics, 5 % profiles; 1 %
 * duplicates, 1 % out of order by up to an hour.
 *
 * @param units number of units; 1,000,000 in the figures of record
 * @param seed the same seed gives the same events, shifted by {@code start}
 * @param eventsPerSecond how fast events happen by their own time stamps, not how fast they are worked off; with bursts it decides how many
 *     of them run at a time
 * @param start when the traffic begins; the history lies in the six days before
 */
public record Scenario(int units, long seed, int eventsPerSecond, Instant start) {

    /** Number of the environment of all events. */
    public static final int ENVIRONMENT = 1;

    /** Publication version all events carry. */
    public static final long CONFIG = 1;

    /** Units of the figures of record. */
    public static final int UNITS = 1_000_000;

    /** Layers; a unit meets one experiment in each. */
    public static final int LAYERS = 4;

    /** Live experiments. */
    public static final int EXPERIMENTS = 20;

    /** Outcome names that metrics use. */
    public static final int MEASURED_NAMES = 10;

    /** All outcome names. */
    public static final int NAMES = 30;

    /** Days before the traffic on which units met most of their experiments. */
    public static final int HISTORY_DAYS = 6;

    private static final long SEED = 20_261_122L;
    private static final int EVENTS_PER_SECOND = 60_000;
    private static final int START_HOUR = 4;

    /** Checks the sizes. */
    public Scenario {
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected: 1 or more)");
        }
        if (eventsPerSecond < 1) {
            throw new IllegalArgumentException("eventsPerSecond: " + eventsPerSecond + " (expected: 1 or more)");
        }
    }

    /**
     * The scenario of record, or a smaller one of the same shape: for 1,000,000 units 60,000 events a second, which is the target of the session
     * traffic, and in proportion for fewer, so that the same share of the units is in a burst at a time. Begins yesterday at 04:00 UTC, because
     * Kafka deletes events that are too old.
     */
    public static Scenario of(int units) {
        LocalDate yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
        return new Scenario(
                units,
                SEED,
                (int) Math.max(1, (long) EVENTS_PER_SECOND * units / UNITS),
                yesterday.atTime(START_HOUR, 0).toInstant(ZoneOffset.UTC));
    }

    /** Key of an experiment, 0 to {@link #EXPERIMENTS} − 1. */
    static String experiment(int index) {
        return "experiment-%02d".formatted(index);
    }

    /** Key of the flag it stands on. */
    static String flag(int index) {
        return "flag-%02d".formatted(index);
    }

    /** Name of an outcome, 0 to {@link #NAMES} − 1; the first {@link #MEASURED_NAMES} are in metrics. */
    static String outcome(int index) {
        return "outcome-%02d".formatted(index);
    }
}
