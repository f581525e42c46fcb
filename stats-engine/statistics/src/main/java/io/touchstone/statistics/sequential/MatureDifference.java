package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.StudentT;
import java.util.function.Function;

/**
 * Treatment minus control over matured cohorts; made by {@link MatureCohorts} alone.
 *
 * <p>Statistic and intervals are those of the method that compared the arms, with its correction for skewness, and meet the
 * boundary by their significance level: the boundary z_k stands for the two-sided level 2Φ(−z_k), and the method is asked at that
 * level (Jennison and Turnbull 2000, section 3.3).
 */
public final class MatureDifference {

    /** Below this a critical value is 0: nothing but the estimate is inside. */
    private static final double SMALLEST_CRITICAL = 1e-12;

    private final double difference;
    private final double standardError;
    private final long units;
    private final double z;
    private final Function<Alpha, Result<Interval>> intervals;

    /** By the normal distribution. */
    MatureDifference(double difference, double standardError, long units) {
        this(
                difference,
                standardError,
                units,
                difference / standardError,
                alpha -> new Estimated<>(Interval.around(difference, alpha.z() * standardError)));
    }

    private MatureDifference(
            double difference,
            double standardError,
            long units,
            double z,
            Function<Alpha, Result<Interval>> intervals) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("difference: " + difference + " (expected: finite)");
        }
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("standardError: " + standardError + " (expected: finite, above 0)");
        }
        this.difference = difference;
        this.standardError = standardError;
        this.units = units;
        this.z = z;
        this.intervals = intervals;
    }

    /**
     * By the method's own test.
     *
     * @param method the same comparison at another level
     */
    static MatureDifference of(
            double difference, DifferenceTest test, long units, Function<Alpha, Result<Comparison>> method) {
        return new MatureDifference(
                difference, test.standardError(), units, normal(test), alpha -> switch (method.apply(alpha)) {
                    case NotEstimable<Comparison> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<Comparison>(Comparison found) -> found.test().map(DifferenceTest::interval);
                });
    }

    /** In the metric's unit. */
    public double difference() {
        return difference;
    }

    /** In the metric's unit, above 0. */
    public double standardError() {
        return standardError;
    }

    /** Matured units of both arms. */
    public long units() {
        return units;
    }

    /** The method's statistic; Student's as the normal value of the same p. */
    public double z() {
        return z;
    }

    /**
     * The differences that the method does not reject.
     *
     * @param critical size of z from which on it rejects, 0 or more
     */
    public Result<Interval> interval(double critical) {
        if (critical < SMALLEST_CRITICAL) {
            return new Estimated<>(new Interval(difference, difference));
        }
        return intervals.apply(new Alpha(Normal.twoSidedP(critical)));
    }

    private static double normal(DifferenceTest test) {
        double statistic = test.statistic();
        if (test.degreesOfFreedom().isEmpty()) {
            return statistic;
        }
        double p = StudentT.twoSidedP(statistic, test.degreesOfFreedom().getAsDouble());
        return Math.copySign(Normal.upperQuantile(p / 2), statistic);
    }
}
