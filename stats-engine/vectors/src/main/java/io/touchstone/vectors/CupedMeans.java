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
        JointMoments control = arm(Field.of(vector.inputs(), "control"));
        JointMoments treatment = arm(Field.of(vector.inputs(), "treatment"));
        return Answer.of(Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT), means -> {
            Comparison comparison = means.compare(vector.alpha());
            return comparison.test().found().isPresent()
                    ? values(vector, means, comparison.test().found().orElseThrow())
                            .put("alternative_total_theta", ofWholeSample(control, treatment))
                    : Answer.values()
                            .put("diff", means.pair().difference())
                            .put("diff_unadjusted", means.unadjustedDifference())
                            .put("p_value", comparison.test(), DifferenceTest::p);
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
        long n = Field.whole(arm, "n");
        int dimension = Field.of(arm, "mean_x").size() + 1;
        if (n == 0) {
            return JointMoments.none(dimension);
        }
        double[] means = new double[dimension];
        means[0] = Field.number(arm, "mean_y");
        System.arraycopy(Field.numbers(arm, "mean_x"), 0, means, 1, dimension - 1);
        return JointMoments.ofCovariance(
                n, means, n == 1 ? new double[dimension][dimension] : covariance(arm, dimension));
    }

    private static double[][] covariance(JsonNode arm, int dimension) {
        double[] shared = Field.numbers(arm, "cov_xy");
        double[][] covariance = new double[dimension][dimension];
        covariance[0][0] = Field.number(arm, "var_y");
        System.arraycopy(shared, 0, covariance[0], 1, dimension - 1);
        for (int i = 1; i < dimension; i++) {
            double[] row = Field.numbers(Field.of(arm, "cov_x").get(i - 1));
            System.arraycopy(row, 0, covariance[i], 1, dimension - 1);
        }
        return covariance;
    }
}
