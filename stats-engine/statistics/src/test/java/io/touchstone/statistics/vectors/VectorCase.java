package io.touchstone.statistics.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One case of a reference-vector file, and the comparison its tolerances ask for. */
record VectorCase(JsonNode node) {

    static List<VectorCase> of(String method) {
        try (InputStream in = VectorCase.class.getResourceAsStream("/reference-vectors/" + method + ".json")) {
            List<VectorCase> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).get("cases").forEach(node -> cases.add(new VectorCase(node)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return node.get("id").asText();
    }

    long count(String name) {
        return node.get("inputs").get(name).asLong();
    }

    double input(String name) {
        return node.get("inputs").get(name).asDouble();
    }

    JsonNode inputs() {
        return node.get("inputs");
    }

    JsonNode parameters() {
        return node.get("parameters");
    }

    JsonNode expected() {
        return node.get("expected");
    }

    boolean expectsResult() {
        return !expected().get("status").asText().equals("no_result");
    }

    /** Every key of {@code actual} that the case knows; a missing number is the empty list. */
    void check(Map<String, List<Double>> actual) {
        assertThat(actual).isNotEmpty();
        actual.forEach((key, numbers) -> {
            if (expected().has(key)) {
                assertThat(matches(key, numbers, expected().get(key)) || isAccepted(key, numbers))
                        .as(
                                "%s %s: %s (expected: %s)",
                                id(), key, numbers, expected().get(key))
                        .isTrue();
            }
        });
    }

    private boolean isAccepted(String key, List<Double> numbers) {
        for (JsonNode alternative : node.path("accept").path(key)) {
            if (matches(key, numbers, alternative)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String key, List<Double> numbers, JsonNode wanted) {
        if (wanted.isNull()) {
            return numbers.isEmpty();
        }
        List<Double> values = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(value -> values.add(value.asDouble()));
        } else {
            values.add(wanted.asDouble());
        }
        if (values.size() != numbers.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!close(key, numbers.get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean close(String key, double actual, double wanted) {
        JsonNode tolerance = node.get("tolerance").path("keys").path(key);
        if (tolerance.isMissingNode()) {
            tolerance = node.get("tolerance").get("default");
        }
        double allowed = tolerance.get("abs").asDouble() + tolerance.get("rel").asDouble() * Math.abs(wanted);
        return Math.abs(actual - wanted) <= allowed;
    }
}
