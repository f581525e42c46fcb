package io.touchstone.certificate;

import io.touchstone.statistics.BetaDistribution;

/**
 * A share of simulated experiments, with its Monte-Carlo error.
 *
 * @param count experiments that count, 0 to {@code of}
 * @param of experiments, 1 or more
 */
public record Share(long count, long of) {
    /** @throws IllegalArgumentException for a count outside 0..of */
    public Share {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException("share: " + count + " of " + of + " (expected: 0..of, of 1 or more)");
        }
    }

    /** 0 to 1. */
    public double value() {
        return (double) count / of;
    }

    /** Standard error of {@link #value} as a fraction. */
    public double error() {
        return Math.sqrt(value() * (1 - value()) / of);
    }

    /**
     * The one-sided upper limit of the true share, Clopper and Pearson 1934.
     *
     * @param confidence inside (0.5, 1)
     */
    public double upper(double confidence) {
        return count == of ? 1 : new BetaDistribution(count + 1.0, (double) of - count).quantile(confidence);
    }

    /** The one-sided lower limit, as {@link #upper}. */
    public double lower(double confidence) {
        return count == 0 ? 0 : new BetaDistribution(count, of - count + 1.0).quantile(1 - confidence);
    }
}
