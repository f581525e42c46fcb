package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case held against the library.
 *
 * @param id of the case
 * @param keys that were compared, or that nobody could compare
 * @param failures a line for each key that failed
 * @param unmapped why the case could not be put to the library
 * @param notes what of the case no adapter reads, and which expected keys it does not answer; not failures, but not checked
 */
public record Checked(String id, int keys, List<String> failures, Optional<String> unmapped, List<String> notes) {

    /** What no engine must give in words for a case without a result. */
    private static final Set<String> BESIDE_NUMBERS = Set.of("status", "reason", "warning");

    /** Numbers that read as a result; a difference alone does not. */
    private static final Pattern INFERENCE = Pattern.compile("(.*_)?(p_value|ci|z|se)(_.*)?|t");

    public Checked {
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** Compares what the library answers of a case; a case judged by reading (status {@code rule}) has no keys. */
    public static Checked of(VectorCase vector) {
        if (vector.expected().path("status").asText().equals("rule")) {
            return new Checked(vector.id(), 0, List.of(), Optional.empty(), List.of());
        }
        Optional<Adapters.Mapping> mapping = Adapters.of(vector.method());
        if (mapping.isEmpty()) {
            return unmapped(vector, "no adapter for " + vector.method());
        }
        Answer answer;
        try {
            answer = mapping.get().adapter().answer(vector);
        } catch (UnmappedException e) {
            return unmapped(vector, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            answer = new Answer.None(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // One case must not end the run; the library promises to throw nothing else.
            return failed(vector, "crash: " + e + " (expected: an answer or a refusal)");
        }
        return compared(vector, answer, mapping.get().unread(vector));
    }

    private static Checked unmapped(VectorCase vector, String reason) {
        return new Checked(
                vector.id(), Math.max(1, vector.expected().size() - 1), List.of(), Optional.of(reason), List.of());
    }

    private static Checked compared(VectorCase vector, Answer answer, List<String> notes) {
        boolean none = vector.expected().path("status").asText().equals("no_result");
        return switch (answer) {
            case Answer.None _ when none || accepts(vector, "no_result") -> passed(vector);
            case Answer.None refusal ->
                failed(vector, "status: no result, " + refusal.reason() + " (expected: a result)");
            case Answer.Values values
            when none && (saysNoResult(values) || acceptsResult(vector, values)) -> passed(vector);
            case Answer.Values values
            when none -> failed(vector, "status: " + values.byName() + " (expected: no result)");
            case Answer.Values values -> keys(vector, values.byName(), notes);
        };
    }

    /** Nothing that reads as a result, and a reason. */
    private static boolean saysNoResult(Answer.Values values) {
        return !values.reasons().isEmpty()
                && values.byName().entrySet().stream()
                        .noneMatch(entry -> entry.getValue() != null
                                && INFERENCE.matcher(entry.getKey()).matches()
                                && !isZero(entry.getValue()));
    }

    /** A standard error of 0 is the reason itself. */
    private static boolean isZero(Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    private static boolean accepts(VectorCase vector, String status) {
        for (JsonNode accepted : vector.node().path("accept").path("status")) {
            if (accepted.asText().equals(status)) {
                return true;
            }
        }
        return false;
    }

    private static boolean acceptsResult(VectorCase vector, Answer.Values values) {
        return accepts(vector, "ok")
                || accepts(vector, "ok_with_warning") && values.byName().containsKey("warning");
    }

    private static Checked passed(VectorCase vector) {
        return new Checked(vector.id(), 1, List.of(), Optional.empty(), List.of());
    }

    private static Checked failed(VectorCase vector, String line) {
        return new Checked(vector.id(), 1, List.of(line), Optional.empty(), List.of());
    }

    private static Checked keys(VectorCase vector, Map<String, @Nullable Object> values, List<String> unread) {
        Tolerance tolerance = new Tolerance(vector.node());
        List<String> failures = new ArrayList<>();
        List<String> notes = new ArrayList<>(unread);
        int keys = 0;
        for (Map.Entry<String, JsonNode> wanted : vector.expected().properties()) {
            String name = wanted.getKey();
            if (values.containsKey(name)) {
                keys++;
                if (!tolerance.allows(name, values.get(name), wanted.getValue())) {
                    failures.add(name + ": " + values.get(name) + " (expected: " + wanted.getValue() + ")");
                }
            } else if (!BESIDE_NUMBERS.contains(name)) {
                notes.add("not answered: " + name);
            }
        }
        if (vector.expected().has("warning") && values.get("warning") == null) {
            keys++;
            failures.add("warning: none (expected: " + vector.expected().get("warning") + ")");
        }
        if (keys == 0) {
            return failed(vector, "keys: none answered (expected: at least one)");
        }
        return new Checked(vector.id(), keys, failures, Optional.empty(), notes);
    }
}
