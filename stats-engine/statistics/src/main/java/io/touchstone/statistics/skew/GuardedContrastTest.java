package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.SmallSampleTest;
import java.util.List;

/**
 * Means of several independent cells added and subtracted, under the guard of {@link GuardedMeansTest}: Student's distribution with
 * Satterthwaite's degrees of freedom, corrected for the skewness κ̃ = γ̃·Σ±1/n_i²/(Σ1/n_i)^{3/2}, γ̃ pooled within cells. With two cells
 * it is {@link GuardedMeansTest}.
 */
public final class GuardedContrastTest {
    private GuardedContrastTest() {}

    /**
     * The sum of the means of {@code added} less those of {@code subtracted}.
     *
     * @return the contrast, its test missing with {@link Reason#ZERO_VARIANCE} or {@link Reason#TOO_SKEWED}; {@link Reason#TOO_FEW_UNITS}
     *     below three units in a cell
     */
    public static Result<Comparison> of(List<SkewMoments> added, List<SkewMoments> subtracted, Alpha alpha) {
        Sums sums = new Sums();
        added.forEach(cell -> sums.add(cell, 1));
        subtracted.forEach(cell -> sums.add(cell, -1));
        if (sums.fewest < 3) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "Units of a cell: " + sums.fewest + " (at least 3 in each are needed).");
        }
        if (sums.variance == 0) {
            return new Estimated<>(new Comparison(
                    sums.contrast, new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in any cell.")));
        }
        double df = sums.variance * sums.variance / sums.squares;
        Result<DifferenceTest> student = SmallSampleTest.test(sums.contrast, sums.variance, df, alpha);
        double kappa = sums.kappa();
        double size = Math.abs(kappa);
        if (size <= GuardedMeansTest.PLAIN) {
            return new Estimated<>(new Comparison(sums.contrast, student));
        }
        Result<DifferenceTest> corrected = size <= SkewGuard.CORRECTABLE
                ? student.map(test -> TailBend.ofMeans(kappa).of(sums.contrast, test, alpha))
                : new NotEstimable<>(
                        Reason.TOO_SKEWED,
                        "The contrast is too skewed to test (kappa " + kappa + ", at most " + SkewGuard.CORRECTABLE
                                + ").");
        return new Estimated<>(new Comparison(sums.contrast, corrected));
    }

    /** What is added up over the cells. */
    private static final class Sums {
        private long fewest = Long.MAX_VALUE;
        private double contrast;
        private double variance;
        private double squares;
        private double within;
        private double freedom;
        private double third;
        private double thirdFreedom;
        private double inverse;
        private double signedInverse;

        void add(SkewMoments cell, int sign) {
            Moments moments = cell.moments();
            double n = moments.n();
            fewest = Math.min(fewest, moments.n());
            if (n < 3) {
                return;
            }
            double own = moments.m2() / (n - 1) / n;
            contrast += sign * moments.mean();
            variance += own;
            squares += own * own / (n - 1);
            within += moments.m2();
            freedom += n - 1;
            third += cell.m3();
            thirdFreedom += (n - 1) * (n - 2) / n;
            inverse += 1 / n;
            signedInverse += sign / n / n;
        }

        double kappa() {
            double deviation = Math.sqrt(within / freedom);
            double skewness = third / deviation / deviation / deviation / thirdFreedom;
            double spread = Math.sqrt(inverse);
            return skewness * signedInverse / spread / spread / spread;
        }
    }
}
