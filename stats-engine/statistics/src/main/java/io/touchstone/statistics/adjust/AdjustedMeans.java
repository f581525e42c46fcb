package io.touchstone.statistics.adjust;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SmallSampleTest;
import io.touchstone.statistics.StudentT;
import java.util.OptionalDouble;

/**
 * Two arms' means after adjustment.
 *
 * @param pair adjusted means with their variances, and the covariance they get from the shared overall covariate mean
 * @param varianceOfDifference squared standard error of the difference, 0 or more; computed from the residuals, not from {@code pair}
 * @param controlSlopes slopes used for the control
 * @param treatmentSlopes slopes used for the treatment; the control's where one set serves all arms
 * @param controlVariance of one control unit's residual, divisor n − 1 (pooled slopes) or n − 1 − covariates (per arm)
 * @param treatmentVariance of one treatment unit's residual
 * @param degreesOfFreedom Satterthwaite's, of the residual variances; absent where they are 0 or the arms' ratios are compared
 * @param unadjustedDifference treatment minus control as it was
 * @param varianceReduction 1 − se²/se_raw²; below 0 where the adjustment adds noise, 0 where the raw difference has none
 * @param corrected squared error of the difference and degrees of freedom for small arms, or why there are none; what
 *     {@link #guarded} reads
 */
public record AdjustedMeans(
        PairEstimate pair,
        double varianceOfDifference,
        Slopes controlSlopes,
        Slopes treatmentSlopes,
        double controlVariance,
        double treatmentVariance,
        OptionalDouble degreesOfFreedom,
        double unadjustedDifference,
        double varianceReduction,
        Result<CorrectedError> corrected) {

    /** Whether a covariate took part; if not, this is the unadjusted result. */
    public boolean adjusted() {
        return controlSlopes.adjusts() || treatmentSlopes.adjusts();
    }

    /**
     * Treatment minus control, by Student's distribution where there are degrees of freedom, else by the normal one.
     *
     * @return the difference, its test missing with {@link io.touchstone.statistics.Reason#ZERO_VARIANCE} where nothing is left to
     *     vary: a covariate that equals the outcome is a leak from after the exposure
     */
    public Comparison compare(Alpha alpha) {
        double difference = pair.difference();
        Result<DifferenceTest> normal = LargeSampleTest.test(difference, varianceOfDifference, alpha);
        if (degreesOfFreedom.isEmpty()) {
            return new Comparison(difference, normal);
        }
        return new Comparison(difference, normal.map(test -> student(test, degreesOfFreedom.getAsDouble(), alpha)));
    }

    private DifferenceTest student(DifferenceTest normal, double df, Alpha alpha) {
        return new DifferenceTest(
                normal.standardError(),
                normal.statistic(),
                degreesOfFreedom,
                Interval.around(pair.difference(), alpha.t(df) * normal.standardError()),
                StudentT.twoSidedP(normal.statistic(), df));
    }

    /**
     * Treatment minus control by Student's distribution with the {@link CorrectedError}: the default. {@link #compare} is the textbook's
     * and claims too much in small arms.
     *
     * @return the difference, its test missing with {@link io.touchstone.statistics.Reason#TOO_FEW_UNITS} where no more units than
     *     covariates are left, or {@link io.touchstone.statistics.Reason#ZERO_VARIANCE}
     */
    public Comparison guarded(Alpha alpha) {
        double difference = pair.difference();
        Result<DifferenceTest> test =
                switch (corrected) {
                    case NotEstimable<CorrectedError> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<CorrectedError>(CorrectedError error) ->
                        SmallSampleTest.test(difference, error.variance(), error.degreesOfFreedom(), alpha);
                };
        return new Comparison(difference, test);
    }

    /** The relative change over the adjusted control mean, by Fieller with the covariance of the two means. */
    public Result<Lift> lift(Alpha alpha) {
        return pair.lift(alpha);
    }
}
