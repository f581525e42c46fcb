package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.quantiles.OrderedValues;
import io.touchstone.statistics.quantiles.QuantileEstimate;
import io.touchstone.statistics.quantiles.QuantileTest;
import java.util.ArrayList;
import java.util.List;

final class Quantiles implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        double q = vector.parameter("q");
        OrderedValues control = values(Field.of(vector.inputs(), "control"));
        OrderedValues treatment = values(Field.of(vector.inputs(), "treatment"));
        return Answer.of(
                control.quantile(q, vector.alpha()),
                c -> Answer.of(treatment.quantile(q, vector.alpha()), t -> values(vector, c, t)));
    }

    private static Answer values(VectorCase vector, QuantileEstimate control, QuantileEstimate treatment) {
        Comparison comparison = QuantileTest.plain(control, treatment, vector.alpha());
        return Answer.values()
                .put("quantile_c", control.value())
                .put("quantile_t", treatment.value())
                .put("diff", comparison.difference())
                .put("se_c", control.standardError())
                .put("se_t", treatment.standardError())
                .put("ranks_c", control.lowRank(), control.highRank())
                .put("ranks_t", treatment.lowRank(), treatment.highRank())
                .put("sd_ratio_c", control.rankError())
                .put("sd_ratio_t", treatment.rankError())
                .put("se", comparison.test(), DifferenceTest::standardError)
                .put("ci", comparison.test(), DifferenceTest::interval);
    }

    private static OrderedValues values(JsonNode arm) {
        if (arm.has("users")) {
            List<double[]> users = new ArrayList<>();
            Field.of(arm, "users").forEach(user -> users.add(Field.numbers(user)));
            return OrderedValues.ofUsers(users);
        }
        if (arm.has("raw")) {
            return OrderedValues.of(Field.numbers(arm, "raw"));
        }
        int n = Math.toIntExact(Field.whole(arm, "n"));
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = inverse(arm, (i + 0.5) / n);
        }
        return OrderedValues.of(values);
    }

    /** The value below which a share {@code p} of the named distribution lies. */
    private static double inverse(JsonNode arm, double p) {
        return switch (Field.of(arm, "formula").asText()) {
            case "exponential" -> -Field.number(arm, "mean") * Math.log1p(-p);
            case "uniform" -> Field.number(arm, "a") + p * (Field.number(arm, "b") - Field.number(arm, "a"));
            case "normal" -> Field.number(arm, "mu") + Field.number(arm, "sd") * Normal.quantile(p);
            case "lognormal" -> Math.exp(Field.number(arm, "mu") + Field.number(arm, "sigma") * Normal.quantile(p));
            default ->
                throw new UnmappedException(
                        "formula: " + Field.of(arm, "formula").asText());
        };
    }
}
