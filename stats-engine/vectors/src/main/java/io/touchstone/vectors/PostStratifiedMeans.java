package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.CombinedStrata;
import io.touchstone.statistics.adjust.PostStratification;
import io.touchstone.statistics.adjust.Stratum;
import java.util.ArrayList;
import java.util.List;

final class PostStratifiedMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<Stratum> strata = new ArrayList<>();
        for (JsonNode node : Field.of(vector.inputs(), "strata")) {
            strata.add(new Stratum(node.path("stratum").asText(), Arms.moments(node, "c"), Arms.moments(node, "t")));
        }
        return Answer.of(result(vector, strata), combined -> values(vector, strata, combined));
    }

    private static Result<CombinedStrata> result(VectorCase vector, List<Stratum> strata) {
        if (!vector.parameters().has("weights")) {
            return PostStratification.of(strata);
        }
        List<Double> weights = new ArrayList<>();
        vector.parameters().get("weights").forEach(weight -> weights.add(Field.number(weight)));
        return PostStratification.of(strata, weights);
    }

    private static Answer values(VectorCase vector, List<Stratum> strata, CombinedStrata combined) {
        Result<DifferenceTest> test = combined.compare(vector.alpha()).test();
        Moments control = strata.stream().map(Stratum::control).reduce(Moments.NONE, Moments::plus);
        Moments treatment = strata.stream().map(Stratum::treatment).reduce(Moments.NONE, Moments::plus);
        return Answer.values()
                .put("mean_c", combined.pair().control().mean())
                .put("mean_t", combined.pair().treatment().mean())
                .put("diff", combined.pair().difference())
                .put("se", test, DifferenceTest::standardError)
                .put("z", test, DifferenceTest::statistic)
                .put("p_value", test, DifferenceTest::p)
                .put("ci", test, DifferenceTest::interval)
                .put("diff_unstratified", treatment.mean() - control.mean());
    }
}
