package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case held against the library.
 *
 * @param id of the case
 * @param keys that were compared, or that nobody could compare
 * @param failures a line for each key that failed
 * @param unmapped why the case could not be put to the library
 */
public record Checked(String id, int keys, List<String> failures, Optional<String> unmapped) {

    public Checked {
        failures = List.copyOf(failures);
    }

    /** Compares what the library answers of a case; a case judged by reading (status {@code rule}) has no keys. */
    public static Checked of(VectorCase vector) {
        String status = vector.expected().path("status").asText();
        if (status.equals("rule")) {
            return new Checked(vector.id(), 0, List.of(), Optional.empty());
        }
        Optional<Adapter> adapter = Adapters.of(vector.method());
        if (adapter.isEmpty()) {
            return unmapped(vector, "no adapter for " + vector.method());
        }
        Answer answer;
        try {
            answer = adapter.get().answer(vector);
        } catch (UnmappedException e) {
            return unmapped(vector, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            answer = new Answer.None(String.valueOf(e.getMessage()));
        }
        return compared(vector, status, answer);
    }

    private static Checked unmapped(VectorCase vector, String reason) {
        return new Checked(vector.id(), Math.max(1, vector.expected().size() - 1), List.of(), Optional.of(reason));
    }

    private static Checked compared(VectorCase vector, String status, Answer answer) {
        boolean none = status.equals("no_result");
        return switch (answer) {
            case Answer.None refusal when none -> new Checked(vector.id(), 1, List.of(), Optional.empty());
            case Answer.None refusal ->
                failed(vector, "status: no result, " + refusal.reason() + " (expected: a result)");
            case Answer.Values values
            when none -> failed(vector, "status: " + values.byName() + " (expected: no result)");
            case Answer.Values values -> keys(vector, values.byName());
        };
    }

    private static Checked failed(VectorCase vector, String line) {
        return new Checked(vector.id(), 1, List.of(line), Optional.empty());
    }

    private static Checked keys(VectorCase vector, Map<String, @Nullable Object> values) {
        Tolerance tolerance = new Tolerance(vector.node());
        List<String> failures = new ArrayList<>();
        int keys = 0;
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            JsonNode wanted = vector.expected().get(entry.getKey());
            if (wanted == null) {
                continue;
            }
            keys++;
            if (!tolerance.allows(entry.getKey(), entry.getValue(), wanted)) {
                failures.add(entry.getKey() + ": " + entry.getValue() + " (expected: " + wanted + ")");
            }
        }
        if (vector.expected().has("warning") && values.get("warning") == null) {
            keys++;
            failures.add("warning: none (expected: " + vector.expected().get("warning") + ")");
        }
        if (keys == 0) {
            return failed(vector, "keys: none answered (expected: at least one)");
        }
        return new Checked(vector.id(), keys, failures, Optional.empty());
    }
}
