package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.cap.Cap;
import io.touchstone.statistics.cap.CapRule;
import io.touchstone.statistics.cap.CappedMeans;
import java.util.OptionalDouble;

final class WinsorisedMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        CappedMeans means = CappedMeans.of(
                Field.numbers(vector.inputs(), "control"), Field.numbers(vector.inputs(), "treatment"), rule(vector));
        return Answer.of(means.compare(vector.alpha()), comparison -> values(means, comparison));
    }

    private static Answer values(CappedMeans means, Comparison comparison) {
        Result<DifferenceTest> test = comparison.test();
        Answer.Values values = Answer.values()
                .put("n_capped", means.capped())
                .put("mean_c", means.control().mean())
                .put("mean_t", means.treatment().mean())
                .put("diff", comparison.difference())
                .put("se", test, DifferenceTest::standardError)
                .put("df", test, one -> one.degreesOfFreedom().orElseThrow())
                .put("p_value", test, DifferenceTest::p)
                .put("ci", test, DifferenceTest::interval);
        number(values, "variance_c", means.control().variance());
        number(values, "variance_t", means.treatment().variance());
        number(values, "cap_lower", means.cap().lower());
        number(values, "cap_upper", means.cap().upper());
        return means.notApplied() ? values.warning("the cap would erase the metric") : values;
    }

    private static void number(Answer.Values values, String name, OptionalDouble number) {
        number.ifPresentOrElse(value -> values.put(name, value), () -> values.absent(name));
    }

    private static CapRule rule(VectorCase vector) {
        JsonNode parameters = vector.parameters();
        if (vector.parameter("quantile_type", 7) != 7) {
            throw new UnmappedException("quantile_type: " + vector.parameter("quantile_type"));
        }
        OptionalDouble lower = number(parameters, "lower");
        OptionalDouble upper = number(parameters, "upper");
        if (vector.word("cap_type", "percentile", "fixed").equals("fixed")) {
            return new CapRule.Fixed(new Cap(lower, upper));
        }
        CapRule.Over over =
                parameters.path("ignore_zeros").asBoolean() ? CapRule.Over.NON_ZERO_VALUES : CapRule.Over.ALL_VALUES;
        return new CapRule.Percentile(lower, upper, over);
    }

    private static OptionalDouble number(JsonNode parent, String name) {
        return parent.hasNonNull(name) ? OptionalDouble.of(Field.number(parent, name)) : OptionalDouble.empty();
    }
}
