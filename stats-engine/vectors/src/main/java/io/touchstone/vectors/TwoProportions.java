package io.touchstone.vectors;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NewcombeInterval;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.PooledProportionTest;
import io.touchstone.statistics.PooledProportions;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.TwoProportionTest;
import io.touchstone.statistics.WilsonInterval;
import java.util.Optional;

final class TwoProportions implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Proportion control = new Proportion(vector.count("x_c"), vector.count("n_c"));
        Proportion treatment = new Proportion(vector.count("x_t"), vector.count("n_t"));
        return Answer.of(
                TwoProportionTest.compare(control, treatment, vector.alpha()),
                comparison -> values(vector, control, treatment, comparison));
    }

    private static Answer values(VectorCase vector, Proportion control, Proportion treatment, Comparison comparison) {
        PairEstimate pair = PairEstimate.independent(control.estimate(), treatment.estimate());
        Result<PooledProportions> pooled = PooledProportionTest.compare(control, treatment);
        Answer.Values values = Answer.values()
                .put("se_pooled", PooledProportionTest.standardError(control, treatment))
                .put("se_unpooled", Math.sqrt(pair.varianceOfDifference()))
                .put("z_pooled", pooled, PooledProportions::z)
                .put("p_c", control.rate().orElseThrow())
                .put("p_t", treatment.rate().orElseThrow())
                .put("diff", comparison.difference())
                .put("z_unpooled", comparison.test(), DifferenceTest::statistic)
                .put(
                        "lift",
                        FiellerInterval.of(control.estimate(), treatment.estimate(), vector.alpha()),
                        Lift::estimate);
        Optional<Side> side = vector.side();
        if (side.isPresent()) {
            return values.put("p_value_pooled", pooled, test -> side.get().p(test.z()))
                    .put("p_value_unpooled", comparison.test(), test -> side.get()
                            .p(test.statistic()));
        }
        return values.put("p_value_pooled", pooled, PooledProportions::p)
                .put("p_value_unpooled", comparison.test(), DifferenceTest::p)
                .put("ci_wald", comparison.test(), DifferenceTest::interval)
                .put("wilson_c", WilsonInterval.of(control, vector.alpha()), interval -> interval)
                .put("wilson_t", WilsonInterval.of(treatment, vector.alpha()), interval -> interval)
                .put("newcombe", NewcombeInterval.of(control, treatment, vector.alpha()), interval -> interval);
    }
}
