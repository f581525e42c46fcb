package io.touchstone.statistics.clusters;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SmallSampleTest;

/**
 * Treatment minus control of two clustered arms, with every usual variance, and no judgement whether the clusters are enough for it:
 * that is {@link ClusterTest}. Both arms have two clusters or more.
 *
 * @param control clusters of the control
 * @param treatment clusters of the treatment
 */
public record ClusterDifference(ClusteredArm control, ClusteredArm treatment) {

    /** The difference; {@link Reason#TOO_FEW_CLUSTERS} below two clusters in an arm. */
    public static Result<ClusterDifference> of(ClusteredArm control, ClusteredArm treatment) {
        if (control.clusters().size() < 2 || treatment.clusters().size() < 2) {
            return new NotEstimable<>(Reason.TOO_FEW_CLUSTERS, ClusterTest.sizes(control, treatment, 2));
        }
        return new Estimated<>(new ClusterDifference(control, treatment));
    }

    /** @throws IllegalArgumentException below two clusters in an arm */
    public ClusterDifference {
        if (control.clusters().size() < 2 || treatment.clusters().size() < 2) {
            throw new IllegalArgumentException(
                    "clusters: " + ClusterTest.sizes(control, treatment, 2) + " (expected: 2 or more in each arm)");
        }
    }

    /** Treatment minus control, in the metric's unit per unit. */
    public double difference() {
        return treatment.mean() - control.mean();
    }

    /** CR0 of both arms. */
    public double varianceCr0() {
        return control.varianceCr0() + treatment.varianceCr0();
    }

    /**
     * CR1 as Stata and statsmodels have it: CR0·G/(G − 1)·(n − 1)/(n − 2), G clusters and n units of both arms together.
     *
     * @throws IllegalStateException with 2 units or fewer
     */
    public double varianceCr1() {
        double count = clusters();
        double units = control.units() + treatment.units();
        if (units <= 2) {
            throw new IllegalStateException("units: " + units + " (expected: above 2)");
        }
        return varianceCr0() * (count / (count - 1)) * ((units - 1) / (units - 2));
    }

    /** The delta method of both arms. */
    public double varianceDelta() {
        return control.varianceDelta() + treatment.varianceDelta();
    }

    /** CR2 of both arms. */
    public double varianceCr2() {
        return control.varianceCr2() + treatment.varianceCr2();
    }

    /** CR3 of both arms: leaves out one cluster at a time. */
    public double varianceJackknife() {
        return control.varianceJackknife() + treatment.varianceJackknife();
    }

    /** J_c + J_t − 2. */
    public double degreesOfFreedom() {
        return clusters() - 2;
    }

    /** Satterthwaite's for CR2 under independent units (Bell and McCaffrey 2002): at most J_c + J_t − 2. */
    public double satterthwaite() {
        double trace = control.trace() + treatment.trace();
        return trace * trace / (control.squaredTrace() + treatment.squaredTrace());
    }

    /** Satterthwaite's for {@link #varianceJackknife} under independent units: at most J_c + J_t − 2. */
    public double satterthwaiteJackknife() {
        double trace = control.jackknifeTrace() + treatment.jackknifeTrace();
        return trace * trace / (control.squaredJackknifeTrace() + treatment.squaredJackknifeTrace());
    }

    /** By Student's distribution. */
    public Result<DifferenceTest> test(ClusterMethod method, Alpha alpha) {
        return switch (method) {
            case DELTA -> SmallSampleTest.test(difference(), varianceDelta(), degreesOfFreedom(), alpha);
            case CR2 -> SmallSampleTest.test(difference(), varianceCr2(), satterthwaite(), alpha);
            case JACKKNIFE -> SmallSampleTest.test(difference(), varianceJackknife(), satterthwaiteJackknife(), alpha);
        };
    }

    /** By the normal distribution and the delta method; only right with many clusters. */
    public Result<DifferenceTest> testNormal(Alpha alpha) {
        return LargeSampleTest.test(difference(), varianceDelta(), alpha);
    }

    private double clusters() {
        return (double) control.clusters().size() + treatment.clusters().size();
    }
}
