package io.touchstone.statistics.margin;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.rate.GuardedRateLift;
import io.touchstone.statistics.rate.GuardedRatesTest;
import io.touchstone.statistics.skew.GuardedMeanLift;
import io.touchstone.statistics.skew.GuardedMeans;
import io.touchstone.statistics.skew.GuardedMeansTest;
import io.touchstone.statistics.skew.SkewCorrectedTest;

/**
 * Whether the treatment is worse than the control by less than a margin, read off the interval that the guarded comparison shows: of
 * the difference for an absolute margin, of the lift for a relative one. Its end on the harmful side at level 1 − 2·alpha is the
 * one-sided bound. Wald's statistic of {@link NonInferiorityTest} is the textbook's and holds up to twice its level where arms are
 * uneven or events few. See {@code docs/statistics/non-inferiority.md}.
 *
 * @param bound the worst the data still allow: a difference in the metric's unit, or a lift as a fraction
 * @param nonInferior whether the bound lies inside the margin
 */
public record GuardedNonInferiority(double bound, boolean nonInferior) {

    /**
     * Two rates.
     *
     * @param alpha the whole level of the one tail, below 0.5; 0.025 where nothing else was agreed
     * @return the reasons of {@link GuardedRatesTest} or {@link GuardedRateLift}
     */
    public static Result<GuardedNonInferiority> of(
            Proportion control, Proportion treatment, Margin margin, Direction direction, Alpha alpha) {
        Alpha both = twoSided(alpha);
        return switch (margin) {
            case Margin.Absolute(double size) ->
                inside(
                        interval(GuardedRatesTest.compare(control, treatment, both)
                                .map(g -> g.comparison())),
                        size,
                        direction);
            case Margin.Relative(double share) ->
                inside(relative(GuardedRateLift.of(control, treatment, both)), share, direction);
        };
    }

    /**
     * Two means.
     *
     * @param alpha as for rates
     * @return the reasons of {@link GuardedMeansTest} or {@link GuardedMeanLift}
     */
    public static Result<GuardedNonInferiority> of(
            SkewMoments control, SkewMoments treatment, Margin margin, Direction direction, Alpha alpha) {
        Alpha both = twoSided(alpha);
        return switch (margin) {
            case Margin.Absolute(double size) -> absolute(control, treatment, size, direction, alpha);
            case Margin.Relative(double share) ->
                inside(relative(GuardedMeanLift.of(control, treatment, both)), share, direction);
        };
    }

    /**
     * Harmless where it is so both if the harm shifts all values and if it scales them: on the margin scaled values are skewed even
     * with arms of one size.
     */
    private static Result<GuardedNonInferiority> absolute(
            SkewMoments control, SkewMoments treatment, double size, Direction direction, Alpha alpha) {
        Result<Comparison> compared =
                GuardedMeansTest.compare(control, treatment, twoSided(alpha)).map(GuardedMeans::comparison);
        Result<GuardedNonInferiority> shifted = inside(interval(compared), size, direction);
        double factor = 1 - direction.better().sign() * size / control.moments().mean();
        if (!(control.moments().mean() > 0 && factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            return shifted;
        }
        if (!(compared instanceof Estimated<Comparison>(Comparison found)
                && found.test() instanceof Estimated<DifferenceTest>(DifferenceTest test)
                && SkewGuard.pooledKappa(control, treatment, factor) instanceof Estimated<Double>(Double kappa))) {
            return shifted;
        }
        double scaled = SkewCorrectedTest.oneSided(found.difference(), test, kappa, direction.better(), alpha)
                .bound();
        return shifted.map(plain -> direction == Direction.HIGHER_IS_BETTER
                ? new GuardedNonInferiority(Math.min(plain.bound(), scaled), plain.nonInferior() && scaled > -size)
                : new GuardedNonInferiority(Math.max(plain.bound(), scaled), plain.nonInferior() && scaled < size));
    }

    private static Alpha twoSided(Alpha alpha) {
        if (!(alpha.value() < 0.5)) {
            throw new IllegalArgumentException("alpha: " + alpha.value() + " (expected: below 0.5)");
        }
        return new Alpha(2 * alpha.value());
    }

    private static Result<Interval> interval(Result<Comparison> compared) {
        return switch (compared) {
            case NotEstimable<Comparison> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Comparison>(Comparison found) -> found.test().map(DifferenceTest::interval);
        };
    }

    private static Result<Interval> relative(Result<Lift> lift) {
        return switch (lift) {
            case NotEstimable<Lift> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Lift>(Lift found)
            when found.controlNegative() ->
                new NotEstimable<>(Reason.MEAN_NOT_POSITIVE, "A relative margin needs a control mean above 0.");
            case Estimated<Lift>(Lift found) -> found.interval();
        };
    }

    private static Result<GuardedNonInferiority> inside(Result<Interval> interval, double margin, Direction direction) {
        return interval.map(ends -> switch (direction) {
            case HIGHER_IS_BETTER -> new GuardedNonInferiority(ends.low(), ends.low() > -margin);
            case LOWER_IS_BETTER -> new GuardedNonInferiority(ends.high(), ends.high() < margin);
        });
    }
}
