package io.touchstone.statistics;

/**
 * Two arms' means (or rates, or ratios) with their uncertainty.
 *
 * @param control of the control
 * @param treatment of the treatment
 * @param covariance of the two estimates, 0 for independent arms; adjusted means share the covariates' overall mean
 */
public record PairEstimate(MeanEstimate control, MeanEstimate treatment, double covariance) {

    /** @throws IllegalArgumentException for a covariance that the variances do not allow */
    public PairEstimate {
        double bound = Math.sqrt(control.varianceOfMean()) * Math.sqrt(treatment.varianceOfMean());
        if (!(Math.abs(covariance) <= bound * (1 + 1e-6))) {
            throw new IllegalArgumentException(
                    "covariance: " + covariance + " (expected: finite, at most " + bound + " in size)");
        }
    }

    /** Independent arms. */
    public static PairEstimate independent(MeanEstimate control, MeanEstimate treatment) {
        return new PairEstimate(control, treatment, 0);
    }

    /** Treatment minus control. */
    public double difference() {
        return treatment.mean() - control.mean();
    }

    /** Squared standard error of the difference; what is only rounding of the covariance is 0. */
    public double varianceOfDifference() {
        double sum = control.varianceOfMean() + treatment.varianceOfMean();
        double variance = sum - 2 * covariance;
        return variance <= 1e-15 * sum ? 0 : variance;
    }

    /** The relative change with Fieller's set, with the covariance of the arms. */
    public Result<Lift> lift(Alpha alpha) {
        return FiellerInterval.of(this, alpha);
    }
}
