package io.touchstone.statistics.sequential;

import java.util.ArrayList;
import java.util.List;

/**
 * Sample ratio mismatch at every look with one budget: the Dirichlet-multinomial mixture of Lindon and Malek 2022 (arXiv
 * 2011.03567) against the declared weights.
 *
 * <p>ln E = ln Γ(A) − ln Γ(A + N) + Σ[ln Γ(a_i + n_i) − ln Γ(a_i) − n_i ln θ_i], a_i = concentration·θ_i, A = Σ a_i. See
 * {@code docs/statistics/sequential-srm.md}.
 */
public final class SequentialSampleRatio {

    /** Of the prior; it looks for small mismatches of large tests. */
    public static final double DEFAULT_CONCENTRATION = 10_000;

    private final double[] shares;
    private final double concentration;

    private SequentialSampleRatio(double[] shares, double concentration) {
        this.shares = shares;
        this.concentration = concentration;
    }

    /**
     * One look at the counts.
     *
     * @param logE logarithm of the Bayes factor for a mismatch, an e-process
     * @param p min(1, 1/E); over looks the smallest one holds
     * @param posterior probability of a mismatch at equal prior odds
     */
    public record Reading(double logE, double p, double posterior) {}

    /**
     * For declared weights.
     *
     * @param weights of the arms, each above 0 (leave out arms that should get nobody), at least two
     * @param concentration of the Dirichlet prior around them, above 0; fixed before the data
     */
    public static SequentialSampleRatio of(List<Double> weights, double concentration) {
        if (weights.size() < 2) {
            throw new IllegalArgumentException("weights: " + weights.size() + " (expected: 2 or more)");
        }
        if (!(concentration > 0 && concentration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("concentration: " + concentration + " (expected: finite, above 0)");
        }
        double total = 0;
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight: " + weight + " (expected: finite, above 0)");
            }
            total += weight;
        }
        double[] shares = new double[weights.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.get(i) / total;
        }
        return new SequentialSampleRatio(shares, concentration);
    }

    /** Units of all arms up to this look, in the order of the weights; with no units at all E is 1. */
    public Reading look(List<Long> counts) {
        double logE = logE(counts);
        return new Reading(logE, EValues.p(logE), 1 / (1 + Math.exp(-logE)));
    }

    /** The readings of looks in their order, each with the smallest p so far. */
    public List<Reading> looks(List<List<Long>> cumulativeCounts) {
        List<Reading> readings = new ArrayList<>();
        double smallest = 1;
        for (List<Long> counts : cumulativeCounts) {
            Reading reading = look(counts);
            smallest = Math.min(smallest, reading.p());
            readings.add(new Reading(reading.logE(), smallest, reading.posterior()));
        }
        return readings;
    }

    /**
     * Rewritten so that nothing cancels at billions of units: X·Σθ_i h(r_i) with r_i = x_i/(Xθ_i) − 1 and h(r) = (1 + r) ln(1 +
     * r) − r, plus halves of logarithms and Stirling's errors.
     */
    private double logE(List<Long> counts) {
        if (counts.size() != shares.length) {
            throw new IllegalArgumentException("counts: " + counts.size() + " (expected: " + shares.length + ")");
        }
        long units = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("count: " + count + " (expected: 0 or more)");
            }
            units = Math.addExact(units, count);
        }
        double total = concentration + units;
        double sum = Math.log1p(units / concentration) / 2 - StirlingError.of(total) + StirlingError.of(concentration);
        for (int i = 0; i < shares.length; i++) {
            double prior = concentration * shares[i];
            double due = total * shares[i];
            sum += due * divergence((counts.get(i) - units * shares[i]) / due);
            sum += -Math.log1p(counts.get(i) / prior) / 2;
            sum += StirlingError.of(prior + counts.get(i)) - StirlingError.of(prior);
        }
        return sum;
    }

    /** (1 + r) ln(1 + r) − r for r above −1, by its series near 0. */
    private static double divergence(double r) {
        if (Math.abs(r) > 0.05) {
            return (1 + r) * Math.log1p(r) - r;
        }
        double power = r * r;
        double sum = power / 2;
        for (int k = 3; Math.abs(power) > 1e-20 * sum; k++) {
            power *= -r;
            sum += power / (k * (k - 1.0));
        }
        return sum;
    }
}
