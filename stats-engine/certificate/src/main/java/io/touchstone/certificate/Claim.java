package io.touchstone.certificate;

/**
 * What a default promises of its errors.
 *
 * @param level share of experiments without an effect in which it may err, inside (0, 1)
 * @param kind of the promise
 */
public record Claim(double level, Kind kind) {

    /** A two-sided interval at 5 %. */
    public static final Claim INTERVAL = new Claim(0.05, Kind.INTERVAL);

    /** A two-sided interval at 5 % that is known to cover more often than it says. */
    public static final Claim WIDE_INTERVAL = new Claim(0.05, Kind.WIDE_INTERVAL);

    /** What is promised. */
    public enum Kind {
        /** Both tails hold half the level each, and the interval covers the truth. */
        INTERVAL,
        /** As {@link #INTERVAL}, declared conservative: the tails hold less, the interval covers more. */
        WIDE_INTERVAL,
        /** An alarm, one-sided or for a whole family: raised falsely in at most the level; there is no interval. */
        ALARM
    }

    /** @throws IllegalArgumentException for a level outside (0, 1) */
    public Claim {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " (expected: above 0 and below 1)");
        }
    }

    /** An alarm at a level. */
    public static Claim alarm(double level) {
        return new Claim(level, Kind.ALARM);
    }

    /** Whether there are intervals, so that tails and coverage are judged. */
    public boolean hasInterval() {
        return switch (kind) {
            case INTERVAL, WIDE_INTERVAL -> true;
            case ALARM -> false;
        };
    }

    /** Coverage above this is listed as conservative: 97 % for a level of 5 %. */
    double wide() {
        return 1 - 0.6 * level;
    }
}
