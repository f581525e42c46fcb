package io.touchstone.statistics.jackknife;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The standard error of any smooth function of sufficient statistics, from leaving out one fold at a time: (K − 1)/K·Σ(f_(k) − f̄)²,
 * K − 1 degrees of freedom (Tukey 1958; Efron and Stein 1981 for its slight upward bias). Not for quantiles or other functions that
 * jump. See {@code docs/statistics/jackknife.md}.
 */
public final class FoldJackknife {

    /** Fewer folds do not give a standard error worth showing. */
    public static final int FEWEST = 10;

    private FoldJackknife() {}

    /**
     * The function on all folds, with its standard error.
     *
     * @param folds statistics of each fold, of all arms and metrics the function needs
     * @param plus merges two of them; any order gives the same
     * @param function of the merged statistics; not finite where it has no value
     * @return {@link Reason#TOO_FEW_CLUSTERS} below {@value #FEWEST} folds, {@link Reason#NOT_FINITE} where the function has no value with
     *     or without one of the folds
     */
    public static <A> Result<Jackknife> of(List<A> folds, BinaryOperator<A> plus, ToDoubleFunction<A> function) {
        int count = folds.size();
        if (count < FEWEST) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_CLUSTERS, "Folds: " + count + " (at least " + FEWEST + " are needed).");
        }
        List<A> after = new ArrayList<>(folds);
        for (int k = count - 2; k >= 0; k--) {
            after.set(k, plus.apply(folds.get(k), after.get(k + 1)));
        }
        double estimate = function.applyAsDouble(after.getFirst());
        double[] without = new double[count];
        without[0] = function.applyAsDouble(after.get(1));
        A before = folds.getFirst();
        for (int k = 1; k < count; k++) {
            without[k] = function.applyAsDouble(k == count - 1 ? before : plus.apply(before, after.get(k + 1)));
            before = plus.apply(before, folds.get(k));
        }
        double variance = variance(without);
        if (!Double.isFinite(estimate) || !Double.isFinite(variance)) {
            return new NotEstimable<>(
                    Reason.NOT_FINITE, "The function has no value on all folds, or without one of them.");
        }
        return new Estimated<>(new Jackknife(estimate, variance, count - 1));
    }

    private static double variance(double[] without) {
        double mean = 0;
        for (int k = 0; k < without.length; k++) {
            mean += (without[k] - mean) / (k + 1);
        }
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        return squares * (without.length - 1) / without.length;
    }
}
