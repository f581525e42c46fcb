package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.RatioCuped;

final class CupedRatios implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        JointMoments control = arm(vector.inputs().required("control"));
        JointMoments treatment = arm(vector.inputs().required("treatment"));
        return Answer.of(
                RatioCuped.adjust(control, treatment),
                means -> Answer.of(
                        means.compare(vector.alpha()).test(), test -> values(control, treatment, means, test)));
    }

    private static Answer values(
            JointMoments control, JointMoments treatment, AdjustedMeans means, DifferenceTest test) {
        return Answer.values()
                .put("ratio_c", control.mean(0) / control.mean(1))
                .put("ratio_t", treatment.mean(0) / treatment.mean(1))
                .put("theta", means.controlSlopes().theta().getFirst())
                .put("adj_ratio_c", means.pair().control().mean())
                .put("adj_ratio_t", means.pair().treatment().mean())
                .put("adj_var_c", means.controlVariance())
                .put("adj_var_t", means.treatmentVariance())
                .put("diff", means.pair().difference())
                .put("se", test.standardError())
                .put("z", test.statistic())
                .put("p_value", test.p())
                .put("ci", test.interval())
                .put("variance_reduction", means.varianceReduction())
                .put("adjusted", means.adjusted());
    }

    private static JointMoments arm(JsonNode arm) {
        JsonNode rows = arm.required("cov");
        double[][] covariance = new double[rows.size()][];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = VectorCase.numbers(rows.get(i));
        }
        return JointMoments.ofCovariance(
                arm.required("n").longValue(), VectorCase.numbers(arm.required("mean")), covariance);
    }
}
