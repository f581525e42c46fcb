package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.ClusterDifference;
import io.touchstone.statistics.clusters.ClusterMethod;
import io.touchstone.statistics.clusters.ClusteredArm;
import io.touchstone.statistics.clusters.TwoWayCell;
import io.touchstone.statistics.clusters.TwoWayClusters;
import java.util.ArrayList;
import java.util.List;

final class ClusterVectors implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        return vector.parameters().path("two_way").asBoolean(false) ? twoWay(vector) : oneWay(vector);
    }

    private static Answer oneWay(VectorCase vector) {
        return Answer.of(ClusterDifference.of(arm(vector, "control"), arm(vector, "treatment")), found -> {
            Result<DifferenceTest> normal = found.testNormal(vector.alpha());
            return Answer.values()
                    .put("mean_c", found.control().mean())
                    .put("mean_t", found.treatment().mean())
                    .put("diff", found.difference())
                    .put("se_cr0", Math.sqrt(found.varianceCr0()))
                    .put("se_delta", Math.sqrt(found.varianceDelta()))
                    .put("se_cr1", Math.sqrt(found.varianceCr1()))
                    .put("z", normal, DifferenceTest::statistic)
                    .put("p_value", normal, DifferenceTest::p)
                    .put("ci", normal, DifferenceTest::interval)
                    .put("t_p_value", found.test(ClusterMethod.DELTA, vector.alpha()), DifferenceTest::p);
        });
    }

    private static ClusteredArm arm(VectorCase vector, String name) {
        JsonNode arm = Field.of(vector.inputs(), name);
        int rows = Field.rows(arm, "cluster_size", "cluster_sum");
        double[] sizes = Field.numbers(arm, "cluster_size");
        double[] sums = Field.numbers(arm, "cluster_sum");
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            clusters.add(new Cluster(sizes[i], sums[i]));
        }
        return new ClusteredArm(clusters);
    }

    private static Answer twoWay(VectorCase vector) {
        JsonNode rows = Field.of(vector.inputs(), "rows");
        List<TwoWayCell> cells = new ArrayList<>();
        for (int i = 0; i < Field.rows(rows, "y", "treatment", "group_1", "group_2"); i++) {
            cells.add(new TwoWayCell(
                    Field.whole(Field.of(rows, "group_1").get(i)),
                    Field.whole(Field.of(rows, "group_2").get(i)),
                    Field.whole(Field.of(rows, "treatment").get(i)) == 1,
                    new Cluster(1, Field.number(Field.of(rows, "y").get(i)))));
        }
        return Answer.of(TwoWayClusters.compare(cells, vector.alpha()), ClusterVectors::values);
    }

    private static Answer values(Comparison comparison) {
        return Answer.values()
                .put("diff", comparison.difference())
                .put("se", comparison.test(), DifferenceTest::standardError)
                .put("z", comparison.test(), DifferenceTest::statistic)
                .put("p_value", comparison.test(), DifferenceTest::p);
    }
}
