package io.touchstone.statistics.adjust;

import io.touchstone.statistics.ArmSizes;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * Means adjusted for covariates known before exposure, component 0 of each arm the outcome, the others covariates.
 *
 * <p>Adjusted mean of arm a: ȳ_a − θ_a'(z̄_a − z̄), z̄ over both arms together. With pooled slopes the difference is the coefficient of
 * the treatment in y ~ treatment + z. See {@code docs/statistics/cuped.md}.
 */
public final class Cuped {

    private Cuped() {}

    /** With slopes from these two arms alone. */
    public static Result<AdjustedMeans> adjust(JointMoments control, JointMoments treatment, SlopesPer per) {
        return switch (per) {
            case EXPERIMENT -> adjust(control, treatment, Slopes.pooled(List.of(control, treatment)));
            case ARM -> {
                Slopes own = Slopes.pooled(List.of(control));
                Slopes other = Slopes.pooled(List.of(treatment));
                int fewest = 2 + Math.max(own.used(), other.used());
                yield control.n() < fewest || treatment.n() < fewest
                        ? tooFew(control, treatment)
                        : new Estimated<>(
                                Adjustment.of(control, treatment, own, other).perArm());
            }
        };
    }

    /**
     * With slopes fitted elsewhere: over all arms of the experiment, or over all its phases.
     *
     * @return {@link Reason#EMPTY_ARM} or {@link Reason#TOO_FEW_UNITS} below two units in an arm
     */
    public static Result<AdjustedMeans> adjust(JointMoments control, JointMoments treatment, Slopes slopes) {
        if (control.n() < 2 || treatment.n() < 2) {
            return tooFew(control, treatment);
        }
        return new Estimated<>(Adjustment.of(control, treatment, slopes, slopes).pooled());
    }

    private static Result<AdjustedMeans> tooFew(JointMoments control, JointMoments treatment) {
        boolean empty = control.n() == 0 || treatment.n() == 0;
        return new NotEstimable<>(
                empty ? Reason.EMPTY_ARM : Reason.TOO_FEW_UNITS, ArmSizes.text(control.n(), treatment.n()));
    }
}
