package io.touchstone.statistics.economics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeans;
import io.touchstone.statistics.skew.GuardedMeansTest;

/**
 * What a tactic brought in for what it cost, both against control. The deciding quantity is the net profit; the return stands beside
 * it. See {@code docs/statistics/incremental-return.md}.
 *
 * @param netProfit Δmargin − Δcost per unit, with its test against 0
 * @param ratio Δmargin/Δcost with Fieller's set, break-even 1; missing where costs do not differ
 */
public record IncrementalReturn(Comparison netProfit, Result<RatioOfDifferences> ratio) {

    /** Both readings of margin (first) and cost (second), normal distribution. */
    public static IncrementalReturn of(JointDifference marginAndCost, Alpha alpha) {
        return new IncrementalReturn(against(marginAndCost, 1, alpha), RatioOfDifferences.of(marginAndCost, alpha));
    }

    /**
     * Both readings under the skew guard: the default. Net profit is a mean of the units' own margin − cost and is compared as
     * {@link GuardedMeansTest} says. The ratio has no correction: where the pooled |κ| of net profit is above {@link SkewGuard#LIMIT} it is
     * not given.
     *
     * @param control moments of margin − cost of the control's units
     * @param treatment moments of margin − cost of the treatment's units
     * @param marginAndCost of the same units
     * @return the reason of {@link GuardedMeansTest} where there is no difference
     */
    public static Result<IncrementalReturn> guarded(
            SkewMoments control, SkewMoments treatment, JointDifference marginAndCost, Alpha alpha) {
        return GuardedMeansTest.compare(control, treatment, alpha)
                .map(profit -> new IncrementalReturn(profit.comparison(), ratio(profit, marginAndCost, alpha)));
    }

    private static Result<RatioOfDifferences> ratio(GuardedMeans profit, JointDifference marginAndCost, Alpha alpha) {
        double kappa = profit.pooledKappa().orElse(0);
        return Math.abs(kappa) <= SkewGuard.LIMIT
                ? RatioOfDifferences.of(marginAndCost, alpha)
                : new NotEstimable<>(
                        Reason.TOO_SKEWED,
                        "Margin and cost are too skewed for arms this uneven (kappa " + kappa + ", at most "
                                + SkewGuard.LIMIT + "): read the net profit.");
    }

    /**
     * Δmargin − bar·Δcost per unit: above 0 the return beats the bar where the tactic costs something.
     *
     * @param bar return asked for, finite; 1 is break-even
     */
    public static Comparison against(JointDifference marginAndCost, double bar, Alpha alpha) {
        double difference = marginAndCost.first() - bar * marginAndCost.second();
        return new Comparison(difference, LargeSampleTest.test(difference, marginAndCost.varianceOf(bar), alpha));
    }
}
