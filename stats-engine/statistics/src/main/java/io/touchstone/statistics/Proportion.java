package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * Units of one arm and how many of them have the event. A commutative monoid under {@link #plus}.
 *
 * @param successes units with the event, 0 to {@code trials}
 * @param trials units, 0 or more
 */
public record Proportion(long successes, long trials) {

    /** No units. */
    public static final Proportion NONE = new Proportion(0, 0);

    /** @throws IllegalArgumentException for negative counts, or more successes than trials */
    public Proportion {
        if (trials < 0) {
            throw new IllegalArgumentException("trials: " + trials + " (expected: 0 or more)");
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes: " + successes + " (expected: 0.." + trials + ")");
        }
    }

    /** Both groups of units together. */
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(successes, other.successes), Math.addExact(trials, other.trials));
    }

    /** Share of units with the event, 0 to 1; absent without units. */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of(share());
    }

    /** p(1 − p), the variance of one unit's value with divisor n; absent without units. */
    public OptionalDouble variance() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of(spread());
    }

    /** Units without the event. */
    public long failures() {
        return trials - successes;
    }

    /** The rate with p(1 − p)/n, for {@link FiellerInterval}; {@code trials} must not be 0. */
    public MeanEstimate estimate() {
        if (trials == 0) {
            throw new IllegalStateException("trials: 0 (expected: 1 or more)");
        }
        return new MeanEstimate(share(), spread() / trials);
    }

    double share() {
        return (double) successes / trials;
    }

    /** p times q, each from its count: 1 − p would lose the digits of a rate near 1. */
    double spread() {
        return share() * ((double) failures() / trials);
    }
}
