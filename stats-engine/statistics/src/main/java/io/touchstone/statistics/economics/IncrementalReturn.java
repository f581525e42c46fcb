package io.touchstone.statistics.economics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.Result;

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
     * Δmargin − bar·Δcost per unit: above 0 the return beats the bar where the tactic costs something.
     *
     * @param bar return asked for, finite; 1 is break-even
     */
    public static Comparison against(JointDifference marginAndCost, double bar, Alpha alpha) {
        double difference = marginAndCost.first() - bar * marginAndCost.second();
        return new Comparison(difference, LargeSampleTest.test(difference, marginAndCost.varianceOf(bar), alpha));
    }
}
