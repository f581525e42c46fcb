package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Satterthwaite;
import io.touchstone.statistics.SidedEstimate;
import java.util.OptionalDouble;

/**
 * The difference of the shares without the event at one time. Each arm has Wilson's interval with its effective number of units
 * (Rothman 1978), the two are joined as Newcombe's are, and neither
 * is shorter than Greenwood's; Student's distribution, as the errors rest on the units followed. See
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
        if (!control.knows(time) || !treatment.knows(time) || !(Math.min(unitsC, unitsT) >= 2)) {
            return new NotEstimable<>(
                    Reason.FOLLOW_UP_TOO_SHORT,
                    "In one of the arms fewer than two units were followed up to " + time + ".");
        }
        double c = control.at(time, alpha).survival();
        double t = treatment.at(time, alpha).survival();
        double freedom = Satterthwaite.degreesOfFreedom(
                square(greenwood(c, unitsC)), unitsC - 1, square(greenwood(t, unitsT)), unitsT - 1);
        Result<DifferenceTest> test = SidedEstimate.test(
                sided(c, unitsC, alpha.z()), sided(t, unitsT, alpha.z()), OptionalDouble.of(freedom), alpha);
        return new Estimated<>(new Comparison(t - c, test));
    }

    /**
     * Wilson's distances (1927), for a number of units that need not be whole. Around one half they are shorter than Greenwood's
     * error, and two of them joined then reject too often: so both are stretched until they are as long on average.
     */
    private static SidedEstimate sided(double share, double units, double z) {
        double square = z * z / units;
        double centre = (share + square / 2) / (1 + square);
        double half = z * Math.sqrt(share * (1 - share) / units + square / (4 * units)) / (1 + square);
        double least = greenwood(share, units);
        // At 0 and 1 the limit is the share itself, up to rounding.
        double below = Math.max(0, share - Math.max(0, centre - half)) / z;
        double above = Math.max(0, Math.min(1, centre + half) - share) / z;
        double stretch = Math.max(1, 2 * least / (below + above));
        return new SidedEstimate(share, stretch * below, stretch * above);
    }

    /** Greenwood's error by the effective number of units, with the divisor n − 1. */
    private static double greenwood(double share, double units) {
        return Math.sqrt(share * (1 - share) / (units - 1));
    }

    private static double square(double value) {
        return value * value;
    }
}
