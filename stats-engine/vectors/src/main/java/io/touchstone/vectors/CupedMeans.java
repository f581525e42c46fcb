package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.Slopes;
import io.touchstone.statistics.adjust.SlopesPer;
import java.util.List;
import java.util.Map;

final class CupedMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        JointMoments control = arm(vector.inputs().required("control"));
        JointMoments treatment = arm(vector.inputs().required("treatment"));
        return Answer.of(Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT), means -> {
            Comparison comparison = means.compare(vector.alpha());
            return Answer.of(comparison.test(), test -> values(vector, means, test)
                    .put("alternative_total_theta", ofWholeSample(control, treatment)));
        });
    }

    private static Answer.Values values(VectorCase vector, AdjustedMeans means, DifferenceTest test) {
        double difference = means.pair().difference();
        DifferenceTest normal = LargeSampleTest.test(difference, means.varianceOfDifference(), vector.alpha())
                .found()
                .orElseThrow();
        return Answer.values()
                .put("theta", means.controlSlopes().theta())
                .put("adj_mean_c", means.pair().control().mean())
                .put("adj_mean_t", means.pair().treatment().mean())
                .put("adj_var_c", means.controlVariance())
                .put("adj_var_t", means.treatmentVariance())
                .put("diff", difference)
                .put("se", test.standardError())
                .put("df", test.degreesOfFreedom().orElseThrow())
                .put("p_value", test.p())
                .put("ci_t", test.interval())
                .put("ci_z", normal.interval())
                .put("z_p_value", normal.p())
                .put("diff_unadjusted", means.unadjustedDifference())
                .put("variance_reduction", means.varianceReduction())
                .put("adjusted", means.adjusted());
    }

    /** With the slope of both arms as one sample, which is not the one used. */
    private static Map<String, Object> ofWholeSample(JointMoments control, JointMoments treatment) {
        Slopes slopes = Slopes.pooled(List.of(control.plus(treatment)));
        AdjustedMeans means = Cuped.adjust(control, treatment, slopes).found().orElseThrow();
        return Map.of(
                "theta", slopes.theta(),
                "diff", means.pair().difference(),
                "se", Math.sqrt(means.varianceOfDifference()));
    }

    /** The outcome first, then the covariates. */
    private static JointMoments arm(JsonNode arm) {
        double[] covariates = VectorCase.numbers(arm.required("mean_x"));
        double[] shared = VectorCase.numbers(arm.required("cov_xy"));
        int dimension = covariates.length + 1;
        double[] means = new double[dimension];
        double[][] covariance = new double[dimension][dimension];
        means[0] = arm.required("mean_y").doubleValue();
        covariance[0][0] = arm.required("var_y").doubleValue();
        for (int i = 1; i < dimension; i++) {
            means[i] = covariates[i - 1];
            covariance[0][i] = shared[i - 1];
            System.arraycopy(VectorCase.numbers(arm.required("cov_x").get(i - 1)), 0, covariance[i], 1, dimension - 1);
        }
        return JointMoments.ofCovariance(arm.required("n").longValue(), means, covariance);
    }
}
