package io.touchstone.benchmarks.scenario;

import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The events of Scenario P in the order in which they arrive, without end. The same scenario gives the same events. About a microsecond an
 * event; not for use by several threads.
 */
public final class ScenarioTraffic implements Iterator<ScenarioEvent> {

    private static final double DUPLICATES = 0.01;
    private static final double OUT_OF_ORDER = 0.01;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long REPEATED_WITHIN_MILLIS = 30_000;
    private static final long DELAY_MILLIS = 200;

    private final Turns turns;
    private final ScenarioUnits units;
    private final EventBodies bodies;
    private final EventIds ids;
    private final SplittableRandom random;
    private final PriorityQueue<ScenarioEvent> repeats =
            new PriorityQueue<>(Comparator.comparingLong(event -> event.record().received()));

    /** From the scenario's start. */
    public ScenarioTraffic(Scenario scenario, Traffic traffic) {
        this.turns = Turns.of(traffic, scenario);
        this.units = new ScenarioUnits(scenario.seed());
        this.bodies = new EventBodies(units);
        this.ids = new EventIds(2 + traffic.ordinal());
        this.random = new SplittableRandom(scenario.seed() + 1);
        turns.advance();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public ScenarioEvent next() {
        ScenarioEvent repeat = repeats.peek();
        if (repeat != null && repeat.record().received() <= turns.received()) {
            return repeats.remove();
        }
        ScenarioEvent event = draw(turns.unit(), turns.received());
        turns.advance();
        if (random.nextDouble() < DUPLICATES) {
            repeats.add(repeated(event));
        }
        return event;
    }

    private ScenarioEvent draw(int unit, long received) {
        long delay = random.nextDouble() < OUT_OF_ORDER ? random.nextLong(HOUR_MILLIS) : DELAY_MILLIS;
        TopicRecord record = new TopicRecord(
                received, received - delay, ids.next(), Trust.SERVER, Scenario.CONFIG, bodies.draw(unit, random));
        return new ScenarioEvent(units.key(unit), record);
    }

    /** The same event once more, as a client sends it that got no answer. */
    private ScenarioEvent repeated(ScenarioEvent event) {
        TopicRecord first = event.record();
        TopicRecord again = new TopicRecord(
                first.received() + random.nextLong(1, REPEATED_WITHIN_MILLIS),
                first.time(),
                first.id(),
                first.trust(),
                first.config(),
                first.body());
        return new ScenarioEvent(event.key(), again);
    }
}
