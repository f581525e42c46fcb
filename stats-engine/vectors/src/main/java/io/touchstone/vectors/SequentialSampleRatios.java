package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.sequential.SequentialSampleRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class SequentialSampleRatios implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<Double> weights = Arrays.stream(Field.numbers(vector.parameters(), "weights"))
                .boxed()
                .toList();
        SequentialSampleRatio test = SequentialSampleRatio.of(weights, vector.parameter("dirichlet_concentration"));
        List<Map<String, Object>> looks = new ArrayList<>();
        double running = 1;
        for (JsonNode counts : Field.of(vector.inputs(), "cumulative_counts")) {
            SequentialSampleRatio.Reading reading =
                    test.look(Arrays.stream(Field.wholes(counts)).boxed().toList());
            running = Math.min(running, reading.p());
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("log_bayes_factor", reading.logE());
            look.put("posterior_srm", reading.posterior());
            look.put("p_value_at_look", reading.p());
            look.put("p_value_running", running);
            look.put("srm", running <= vector.alpha().value());
            looks.add(look);
        }
        return Answer.values().put("looks", looks);
    }
}
