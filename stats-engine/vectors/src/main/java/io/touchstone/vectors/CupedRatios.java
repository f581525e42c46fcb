package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.RatioCuped;

final class CupedRatios implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        JointMoments control = arm(Field.of(vector.inputs(), "control"));
        JointMoments treatment = arm(Field.of(vector.inputs(), "treatment"));
        return Answer.of(RatioCuped.adjust(control, treatment), means -> {
            Result<DifferenceTest> test = means.compare(vector.alpha()).test();
            return test.found().isPresent()
                    ? values(control, treatment, means, test.found().orElseThrow())
                    : Answer.values().put("diff", means.pair().difference()).put("p_value", test, DifferenceTest::p);
        });
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
        long n = Field.whole(arm, "n");
        JsonNode rows = Field.of(arm, "cov");
        if (n == 0) {
            return JointMoments.none(rows.size());
        }
        double[][] covariance = new double[rows.size()][rows.size()];
        for (int i = 0; i < covariance.length && n > 1; i++) {
            covariance[i] = Field.numbers(rows.get(i));
        }
        return JointMoments.ofCovariance(n, Field.numbers(arm, "mean"), covariance);
    }
}
