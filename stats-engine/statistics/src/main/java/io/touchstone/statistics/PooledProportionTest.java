package io.touchstone.statistics;

/**
 * The difference of two proportions by the pooled normal test: z = (p_t − p_c)/√(p̄q̄(1/n_c + 1/n_t)), p̄ the share of both arms
 * together, no continuity correction (Pearson's chi-square of the 2 × 2 table is z²).
 *
 * <p>Shown beside {@link TwoProportionTest}, never deciding: its standard error holds under no difference only, so no interval
 * goes with it. See {@code docs/statistics/two-proportions.md}.
 */
public final class PooledProportionTest {

    private PooledProportionTest() {}

    /**
     * Treatment minus control.
     *
     * @return {@link Reason#EMPTY_ARM} where an arm has no units, {@link Reason#ZERO_EVENTS} where nobody has the event,
     *     {@link Reason#ZERO_VARIANCE} where everybody has
     */
    public static Result<PooledProportions> compare(Proportion control, Proportion treatment) {
        if (control.trials() == 0 || treatment.trials() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.trials(), treatment.trials()));
        }
        Proportion both = control.plus(treatment);
        if (both.successes() == 0) {
            return new NotEstimable<>(Reason.ZERO_EVENTS, "No unit of either arm has the event.");
        }
        if (both.failures() == 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "Every unit of both arms has the event: no standard error.");
        }
        double error = standardError(control, treatment);
        double difference = treatment.share() - control.share();
        double z = difference / error;
        return new Estimated<>(new PooledProportions(difference, error, z, Normal.twoSidedP(z)));
    }

    /**
     * The standard error of the difference where there is none; 0 where all units, or none, have the event.
     *
     * @throws IllegalArgumentException for an arm without units
     */
    public static double standardError(Proportion control, Proportion treatment) {
        if (control.trials() == 0 || treatment.trials() == 0) {
            throw new IllegalArgumentException("trials: 0 in an arm (expected: 1 or more)");
        }
        return Math.sqrt(control.plus(treatment).spread() * (1.0 / control.trials() + 1.0 / treatment.trials()));
    }
}
