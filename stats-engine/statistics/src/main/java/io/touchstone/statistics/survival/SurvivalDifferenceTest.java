package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SidedEstimate;
import java.util.OptionalDouble;

/**
 * The difference of the shares without the event at one time. Each arm has Wilson's interval with its effective number of units
 * (Rothman 1978), the two are joined as Newcombe's are: without losses it is Newcombe's interval of two proportions. See
 * {@code docs/statistics/survival.md}.
 */
public final class SurvivalDifferenceTest {

    private SurvivalDifferenceTest() {}

    /**
     * Treatment minus control, as a share.
     *
     * @param time 0 or more, since exposure
     * @return {@link Reason#FOLLOW_UP_TOO_SHORT} where nobody of an arm was followed to {@code time}
     */
    public static Result<Comparison> compare(SurvivalCurve control, SurvivalCurve treatment, double time, Alpha alpha) {
        double unitsC = control.effectiveUnits(time);
        double unitsT = treatment.effectiveUnits(time);
        if (!control.knows(time) || !treatment.knows(time) || !(Math.min(unitsC, unitsT) > 0)) {
            return new NotEstimable<>(
                    Reason.FOLLOW_UP_TOO_SHORT, "In one of the arms no unit was followed up to " + time + ".");
        }
        double z = alpha.z();
        SidedEstimate c = wilson(control.at(time, alpha).survival(), unitsC, z);
        SidedEstimate t = wilson(treatment.at(time, alpha).survival(), unitsT, z);
        Result<DifferenceTest> test = SidedEstimate.test(c, t, OptionalDouble.empty(), alpha);
        return new Estimated<>(new Comparison(t.value() - c.value(), test));
    }

    /** Wilson 1927, for a number of units that need not be whole. */
    private static SidedEstimate wilson(double share, double units, double z) {
        double square = z * z / units;
        double centre = (share + square / 2) / (1 + square);
        double half = z * Math.sqrt(share * (1 - share) / units + square / (4 * units)) / (1 + square);
        // At 0 and 1 the limit is the share itself, up to rounding.
        double low = Math.min(share, centre - half);
        double high = Math.max(share, centre + half);
        return SidedEstimate.of(share, new Interval(Math.max(0, low), Math.min(1, high)), z);
    }
}
