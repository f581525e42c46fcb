package io.touchstone.statistics.rate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The relative lift of a rate, in the way in which {@link GuardedRatesTest} compares the two rates: Fieller with the unpooled variances,
 * or all ratios that the skew-corrected score does not reject (Gart and Nam 1988, Biometrics 44:323). The interval leaves out 0 exactly
 * where that of the difference does. See {@code docs/statistics/fieller.md}.
 */
public final class GuardedRateLift {
    private static final int HALVINGS = 80;

    private GuardedRateLift() {}

    /**
     * The lift of the treatment over the control.
     *
     * @return {@link Reason#CONTROL_MEAN_ZERO} where no control unit has the event, {@link Reason#EMPTY_ARM}; else the lift, whose set is
     *     missing with the reason of the test of the difference
     */
    public static Result<Lift> of(Proportion control, Proportion treatment, Alpha alpha) {
        return switch (GuardedRatesTest.compare(control, treatment, alpha)) {
            case NotEstimable<GuardedRates> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<GuardedRates>(GuardedRates guarded) -> {
                PairEstimate pair = PairEstimate.independent(estimate(control), estimate(treatment));
                yield FiellerInterval.of(pair, alpha)
                        .map(plain -> new Lift(
                                plain.estimate(),
                                plain.g(),
                                set(guarded, plain, control, treatment, alpha),
                                plain.controlNegative()));
            }
        };
    }

    private static Result<FiellerSet> set(
            GuardedRates guarded, Lift plain, Proportion control, Proportion treatment, Alpha alpha) {
        return switch (guarded.method()) {
            case UNPOOLED -> plain.set();
            case SKEW_SCORE -> new Estimated<>(new FiellerSet.Bounded(score(control, treatment, alpha.z())));
            case NONE ->
                guarded.comparison().test().map(_ -> {
                    throw new IllegalStateException("test: present (expected: none)");
                });
        };
    }

    private static MeanEstimate estimate(Proportion arm) {
        double rate = arm.rate().orElseThrow();
        return new MeanEstimate(rate, rate * (1 - rate) / arm.trials());
    }

    /** Some control unit has the event, so that a large enough ratio is always rejected. */
    private static Interval score(Proportion control, Proportion treatment, double z) {
        double ratio = treatment.rate().orElseThrow() / control.rate().orElseThrow();
        double high = Math.max(ratio, 1.0 / treatment.trials());
        while (statistic(control, treatment, high) >= -z && high < Double.MAX_VALUE / 4) {
            high *= 2;
        }
        double upper = root(control, treatment, ratio, high, -z);
        double lower = ratio == 0 ? 0 : root(control, treatment, ratio, 0, z);
        return new Interval(lower - 1, upper - 1);
    }

    /** Where the score, which falls as the ratio grows, crosses a limit between a ratio inside and one outside. */
    private static double root(Proportion control, Proportion treatment, double inside, double outside, double limit) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            double statistic = statistic(control, treatment, middle);
            boolean rejected = limit > 0 ? statistic > limit : statistic < limit;
            if (rejected) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return in;
    }

    private static double statistic(Proportion control, Proportion treatment, double ratio) {
        if (ratio <= 0) {
            return Double.MAX_VALUE;
        }
        RestrictedRates rates = RestrictedRates.atRatio(control, treatment, ratio);
        double gap = treatment.rate().orElseThrow() - ratio * control.rate().orElseThrow();
        return SkewCubic.score(
                gap,
                rates.varianceOfRatio(ratio, control.trials(), treatment.trials()),
                rates.thirdOfRatio(ratio, control.trials(), treatment.trials()));
    }
}
