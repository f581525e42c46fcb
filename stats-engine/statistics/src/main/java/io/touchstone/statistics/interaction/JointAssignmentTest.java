package io.touchstone.statistics.interaction;

import io.touchstone.statistics.ChiSquare;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Whether two tests assigned their units independently of each other: Pearson's chi-square of the 2×2 table. A small p is a defect of
 * the assignment (shared salt, exclusion after the fact), not an interaction. See {@code docs/statistics/interaction.md}.
 */
public final class JointAssignmentTest {

    private JointAssignmentTest() {}

    /** p with 1 degree of freedom; {@link Reason#EMPTY_ARM} where an arm of one of the tests has no units. */
    public static Result<Double> p(JointAssignment counts) {
        double untreated = (double) counts.neither() + counts.second();
        double treated = (double) counts.first() + counts.both();
        double control = (double) counts.neither() + counts.first();
        double treatment = (double) counts.second() + counts.both();
        if (untreated == 0 || treated == 0 || control == 0 || treatment == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "An arm of one of the tests has no units.");
        }
        double units = untreated + treated;
        double gap = counts.both() - treated * (treatment / units);
        double scale = treated * (untreated / units) * (treatment * (control / units)) / units;
        return new Estimated<>(ChiSquare.p(gap * gap / scale, 1));
    }
}
