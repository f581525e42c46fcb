package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.lift.DeltaLift;
import io.touchstone.statistics.ratio.RatioOfSums;

final class RatioMetrics implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        JointMoments control = arm(Field.of(vector.inputs(), "control"));
        JointMoments treatment = arm(Field.of(vector.inputs(), "treatment"));
        return Answer.of(RatioOfSums.of(control, treatment), pair -> values(vector, pair));
    }

    private static Answer values(VectorCase vector, PairEstimate pair) {
        Comparison comparison = LargeSampleTest.compare(pair, vector.alpha());
        Result<DeltaLift> lift = DeltaLift.of(pair, vector.alpha());
        Answer.Values values = Answer.values()
                .put("ratio_c", pair.control().mean())
                .put("ratio_t", pair.treatment().mean())
                .put("var_ratio_c", pair.control().varianceOfMean())
                .put("var_ratio_t", pair.treatment().varianceOfMean())
                .put("diff", pair.difference())
                .put("se", comparison.test(), DifferenceTest::standardError)
                .put("z", comparison.test(), DifferenceTest::statistic)
                .put("p_value", comparison.test(), DifferenceTest::p)
                .put("ci", comparison.test(), DifferenceTest::interval)
                .put("lift", lift, DeltaLift::lift);
        lift.found()
                .ifPresentOrElse(
                        found -> values.put("se_lift", found.test(), DifferenceTest::standardError)
                                .put("ci_lift", found.test(), DifferenceTest::interval),
                        () -> values.absent("se_lift").absent("ci_lift"));
        return values;
    }

    private static JointMoments arm(JsonNode arm) {
        long n = Field.whole(arm, "n");
        if (n == 0) {
            return JointMoments.none(2);
        }
        double[] means = {Field.number(arm, "mean_num"), Field.number(arm, "mean_den")};
        if (n == 1) {
            return JointMoments.of(means);
        }
        double covariance = Field.number(arm, "cov_num_den");
        return JointMoments.ofCovariance(n, means, new double[][] {
            {Field.number(arm, "var_num"), covariance},
            {covariance, Field.number(arm, "var_den")}
        });
    }
}
