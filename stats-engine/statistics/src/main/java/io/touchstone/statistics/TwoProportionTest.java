package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * The difference of two independent proportions by the unpooled normal test, and the Wald interval that agrees with it.
 *
 * <p>z = (p_t − p_c)/√(p_c q_c/n_c + p_t q_t/n_t), no continuity correction. See {@code docs/statistics/two-proportions.md}.
 */
public final class TwoProportionTest {

    private TwoProportionTest() {}

    /**
     * Treatment minus control.
     *
     * @return {@link Reason#EMPTY_ARM} where an arm has no units; else the difference, whose test is missing with
     *     {@link Reason#TOO_FEW_UNITS} (one unit in an arm), {@link Reason#ZERO_EVENTS} (nobody has the event) or
     *     {@link Reason#ZERO_VARIANCE} (each arm is all or nothing)
     */
    public static Result<Comparison> compare(Proportion control, Proportion treatment, Alpha alpha) {
        if (control.trials() == 0 || treatment.trials() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.trials(), treatment.trials()));
        }
        double difference = treatment.share() - control.share();
        return new Estimated<>(new Comparison(difference, test(control, treatment, difference, alpha)));
    }

    private static Result<DifferenceTest> test(
            Proportion control, Proportion treatment, double difference, Alpha alpha) {
        if (control.trials() < 2 || treatment.trials() < 2) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, ArmSizes.text(control.trials(), treatment.trials()));
        }
        if (control.successes() == 0 && treatment.successes() == 0) {
            return new NotEstimable<>(Reason.ZERO_EVENTS, "No unit of either arm has the event.");
        }
        double squared = control.spread() / control.trials() + treatment.spread() / treatment.trials();
        if (squared == 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "In each arm all units or none have the event: no standard error.");
        }
        double error = Math.sqrt(squared);
        double z = difference / error;
        Interval interval = Interval.around(difference, alpha.z() * error);
        return new Estimated<>(new DifferenceTest(error, z, OptionalDouble.empty(), interval, Normal.twoSidedP(z)));
    }
}
