package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.sequential.NormalMixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class MixtureTests implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        NormalMixture mixture = NormalMixture.ofEffectVariance(vector.parameter("tau2"));
        List<Map<String, Object>> looks = new ArrayList<>();
        double running = 1;
        for (JsonNode node : Field.of(vector.inputs(), "looks")) {
            double difference = Field.number(node, "diff");
            double error = Math.sqrt(Field.number(node, "variance_of_diff"));
            double information = 1 / (error * error);
            double half = error * mixture.multiplier(information, vector.alpha());
            double p = mixture.p(difference / error, information);
            running = Math.min(running, p);
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("log_lambda", mixture.logE(difference / error, information));
            look.put("p_value_at_look", p);
            look.put("p_value_running", running);
            look.put("ci", List.of(difference - half, difference + half));
            look.put("reject", running <= vector.alpha().value());
            looks.add(look);
        }
        return Answer.values().put("looks", looks);
    }
}
