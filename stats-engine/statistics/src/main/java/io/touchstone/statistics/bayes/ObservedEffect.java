package io.touchstone.statistics.bayes;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * A normal likelihood of an effect.
 *
 * @param estimate in the effect's unit; a relative effect is a fraction
 * @param variance of the estimate, above 0
 */
public record ObservedEffect(double estimate, double variance) {

    /** @throws IllegalArgumentException for numbers that are not finite or a variance of 0 */
    public ObservedEffect {
        if (!Double.isFinite(estimate)) {
            throw new IllegalArgumentException("estimate: " + estimate + " (expected: finite)");
        }
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance: " + variance + " (expected: finite, above 0)");
        }
    }

    /** mean_t − mean_c with v_t/n_t + v_c/n_c. */
    public static Result<ObservedEffect> absolute(Moments control, Moments treatment) {
        if (tooFew(control, treatment)) {
            return few(control, treatment);
        }
        return found(treatment.mean() - control.mean(), meanVariance(treatment) + meanVariance(control));
    }

    /**
     * mean_t/mean_c − 1 with v_t/(n_t mean_c²) + mean_t² v_c/(n_c mean_c⁴), the delta method (Deng, Knoblich and Lu 2018);
     * {@link Reason#CONTROL_MEAN_ZERO} where there is none.
     */
    public static Result<ObservedEffect> relative(Moments control, Moments treatment) {
        if (tooFew(control, treatment)) {
            return few(control, treatment);
        }
        double base = control.mean();
        if (Math.abs(base) < Double.MIN_NORMAL) {
            return new NotEstimable<>(Reason.CONTROL_MEAN_ZERO, "The control mean is 0: no relative effect.");
        }
        double ratio = treatment.mean() / base;
        double variance = meanVariance(treatment) / base / base + ratio * ratio * (meanVariance(control) / base / base);
        return found(ratio - 1, variance);
    }

    private static Result<ObservedEffect> found(double estimate, double variance) {
        return variance > 0
                ? new Estimated<>(new ObservedEffect(estimate, variance))
                : new NotEstimable<>(Reason.ZERO_VARIANCE, "The values of both arms do not vary: no likelihood.");
    }

    private static boolean tooFew(Moments control, Moments treatment) {
        return control.n() < 2 || treatment.n() < 2;
    }

    private static Result<ObservedEffect> few(Moments control, Moments treatment) {
        Reason reason = Math.min(control.n(), treatment.n()) == 0 ? Reason.EMPTY_ARM : Reason.TOO_FEW_UNITS;
        return new NotEstimable<>(
                reason, "Units: control " + control.n() + ", treatment " + treatment.n() + " (at least 2 are needed).");
    }

    private static double meanVariance(Moments moments) {
        return moments.m2() / (moments.n() - 1) / moments.n();
    }
}
