package io.touchstone.statistics.history;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * How large relative effects of one kind of tactic are: N(0, sd²). See {@code docs/statistics/winners-curse.md}.
 *
 * @param sd above 0, a fraction
 */
public record EffectSpread(double sd) {

    /** So many finished tests replace the newcomer's prior. */
    public static final int ENOUGH_TESTS = 20;
    /** History that shows no spread at all leaves this share of the newcomer's: 20 tests cannot prove that nothing works. */
    private static final double LEAST_SHARE = 0.1;

    private static final int BISECTIONS = 200;

    /** @throws IllegalArgumentException for a spread that is not above 0 and finite */
    public EffectSpread {
        requirePositive("sd", sd);
    }

    /** Half the effect of interest, before there is a history. */
    public static EffectSpread newcomer(double effectOfInterest) {
        requirePositive("effectOfInterest", effectOfInterest);
        return new EffectSpread(effectOfInterest / 2);
    }

    /**
     * The kind's own spread, from all finished tests and not only wins: the τ with Σ x²/(se² + τ²) = n (Paule and Mandel 1982, mean 0),
     * at least a tenth of the newcomer's.
     *
     * @return {@link Reason#TOO_FEW_TESTS} below {@value #ENOUGH_TESTS}: use {@link #newcomer}
     */
    public static Result<EffectSpread> ofHistory(List<PastEffect> tests, double effectOfInterest) {
        if (tests.size() < ENOUGH_TESTS) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_TESTS,
                    "Finished tests: " + tests.size() + " (at least " + ENOUGH_TESTS + " are needed).");
        }
        double least = LEAST_SHARE * newcomer(effectOfInterest).sd();
        return new Estimated<>(new EffectSpread(Math.max(least, Math.sqrt(spread(tests)))));
    }

    /** The root by bisection: the sum falls with τ². */
    private static double spread(List<PastEffect> tests) {
        double high = 0;
        for (PastEffect test : tests) {
            high += test.effect() * test.effect();
        }
        double low = 0;
        if (excess(tests, 0) <= 0) {
            return 0;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (excess(tests, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double excess(List<PastEffect> tests, double variance) {
        double sum = -tests.size();
        for (PastEffect test : tests) {
            sum += test.effect() * test.effect() / (test.standardError() * test.standardError() + variance);
        }
        return sum;
    }

    /**
     * The posterior of a new estimate: x·τ²/(τ² + σ²). Also right for a test picked because it won (Efron 2011): what is known of the
     * selection is in the estimate already.
     */
    public ShrunkEffect shrink(PastEffect estimate, Alpha alpha) {
        // 1/(1 + (σ/τ)²): neither square may leave the range of doubles.
        double ratio = estimate.standardError() / sd;
        double kept = 1 / (1 + ratio * ratio);
        double error = estimate.standardError() * Math.sqrt(kept);
        double effect = kept * estimate.effect();
        double half = alpha.z() * error;
        return new ShrunkEffect(effect, error, kept, new Interval(effect - half, effect + half));
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite, above 0)");
        }
    }
}
