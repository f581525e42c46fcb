package io.touchstone.core.condition;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on attributes: a closed, typed tree. A missing attribute makes its leaf false, and so does one of another
 * type; see {@code docs/formats/assignment.md}. Constructors throw {@link InvalidInputException}.
 */
public sealed interface Condition {
    /** Levels of the tree. */
    int MAX_DEPTH = 16;

    /** Levels of this tree. */
    default int depth() {
        return 1 + parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /** The conditions it is made of; none for one on an attribute or segment. */
    default List<Condition> parts() {
        return List.of();
    }

    /** The segments the tree names. */
    default Set<String> segments() {
        Set<String> names = new LinkedHashSet<>();
        parts().forEach(part -> names.addAll(part.segments()));
        return names;
    }

    /** True if every part is true; of none, true. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = checked(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    /** True if at least one part is true; of none, false. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = checked(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    /** True if no part is true; of none, true. */
    record None(List<Condition> of) implements Condition {
        public None {
            of = checked(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    /** The attribute equals the scalar: same type, same value. */
    record Eq(String attribute, JsonValue value) implements Condition {
        public Eq {
            Limits.key("attribute", attribute);
            requireScalar("value", value);
        }
    }

    /** The attribute equals one of the scalars. */
    record In(String attribute, List<JsonValue> values) implements Condition {
        public In {
            Limits.key("attribute", attribute);
            values = List.copyOf(values);
            values.forEach(value -> requireScalar("values", value));
        }
    }

    /**
     * The attribute stands in the order to the value: both numbers, or both instants.
     *
     * @param value a number, or RFC 3339 text
     */
    record Compare(Order order, String attribute, JsonValue value) implements Condition {
        public Compare {
            Limits.key("attribute", attribute);
            boolean number = value instanceof JsonInteger || value instanceof JsonDecimal;
            boolean instant = value instanceof JsonString text && Rfc3339.parseMillis(text.value()) != Rfc3339.INVALID;
            if (!number && !instant) {
                throw Fields.wrongType("value", value, "a number or RFC 3339 instant");
            }
        }
    }

    /** The attribute is there, whatever its value. */
    record Exists(String attribute) implements Condition {
        public Exists {
            Limits.key("attribute", attribute);
        }
    }

    /** The segment's condition is true. */
    record InSegment(String segment) implements Condition {
        public InSegment {
            Limits.key("segment", segment);
        }

        @Override
        public Set<String> segments() {
            return Set.of(segment);
        }
    }

    /** The four orders. */
    enum Order {
        /** greater than */
        GT,
        /** greater than or equal */
        GTE,
        /** less than */
        LT,
        /** less than or equal */
        LTE;

        /** The word in documents. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static List<Condition> checked(List<Condition> of) {
        int depth = 1 + of.stream().mapToInt(Condition::depth).max().orElse(0);
        if (depth > MAX_DEPTH) {
            throw InvalidInputException.of("condition_too_deep", "of", depth, "at most " + MAX_DEPTH + " levels");
        }
        return List.copyOf(of);
    }

    private static void requireScalar(String name, JsonValue value) {
        if (JsonScalars.scalar(value) == null) {
            throw Fields.wrongType(name, value, "boolean, text or number");
        }
    }
}
