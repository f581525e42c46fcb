package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.cap.Cap;
import io.touchstone.statistics.cap.CapRule;
import io.touchstone.statistics.cap.CappedMeans;
import java.util.OptionalDouble;

final class WinsorisedMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        CappedMeans means = CappedMeans.of(
                VectorCase.numbers(vector.inputs().required("control")),
                VectorCase.numbers(vector.inputs().required("treatment")),
                rule(vector.parameters()));
        return Answer.of(
                means.compare(vector.alpha()),
                comparison -> Answer.of(comparison.test(), test -> values(means, comparison, test)));
    }

    private static Answer values(CappedMeans means, Comparison comparison, DifferenceTest test) {
        Answer.Values values = Answer.values()
                .put("n_capped", means.capped())
                .put("mean_c", means.control().mean())
                .put("mean_t", means.treatment().mean())
                .put("variance_c", means.control().variance().orElseThrow())
                .put("variance_t", means.treatment().variance().orElseThrow())
                .put("diff", comparison.difference())
                .put("se", test.standardError())
                .put("df", test.degreesOfFreedom().orElseThrow())
                .put("p_value", test.p())
                .put("ci", test.interval());
        limit(values, "cap_lower", means.cap().lower());
        limit(values, "cap_upper", means.cap().upper());
        return means.notApplied() ? values.warning("the cap would erase the metric") : values;
    }

    private static void limit(Answer.Values values, String name, OptionalDouble limit) {
        limit.ifPresentOrElse(value -> values.put(name, value), () -> values.absent(name));
    }

    private static CapRule rule(JsonNode parameters) {
        OptionalDouble lower = number(parameters, "lower");
        OptionalDouble upper = number(parameters, "upper");
        if (parameters.path("cap_type").asText().equals("fixed")) {
            return new CapRule.Fixed(new Cap(lower, upper));
        }
        CapRule.Over over =
                parameters.path("ignore_zeros").asBoolean() ? CapRule.Over.NON_ZERO_VALUES : CapRule.Over.ALL_VALUES;
        return new CapRule.Percentile(lower, upper, over);
    }

    private static OptionalDouble number(JsonNode parent, String name) {
        return parent.hasNonNull(name) ? OptionalDouble.of(parent.get(name).doubleValue()) : OptionalDouble.empty();
    }
}
