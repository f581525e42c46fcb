package io.touchstone.core.condition;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.JsonValue;
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
    /** Groups and leaves of one tree, segments counted as one. */
    int MAX_SIZE = 1_000;
    /** Bytes of the text that an attribute is searched for. */
    int MAX_TEXT_BYTES = 256;

    /** Levels of this tree. */
    default int depth() {
        return 1 + parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /** Groups and leaves of this tree. */
    default int size() {
        return 1 + parts().stream().mapToInt(Condition::size).sum();
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
            of = ConditionRules.parts(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    /** True if at least one part is true; of none, false. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = ConditionRules.parts(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    /** True if no part is true; of none, true. */
    record None(List<Condition> of) implements Condition {
        public None {
            of = ConditionRules.parts(of);
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
            ConditionRules.requireScalar("value", value);
        }
    }

    /** The attribute equals one of the scalars. */
    record In(String attribute, List<JsonValue> values) implements Condition {
        public In {
            Limits.key("attribute", attribute);
            values = List.copyOf(values);
            values.forEach(value -> ConditionRules.requireScalar("values", value));
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
            ConditionRules.requireOrdered("value", value);
        }
    }

    /**
     * The attribute lies in {@code [from, to)}: all three numbers, or all three instants.
     *
     * @param from a number, or RFC 3339 text; the first value inside
     * @param to of the same kind and above {@code from}; the first value behind
     */
    record Between(String attribute, JsonValue from, JsonValue to) implements Condition {
        public Between {
            Limits.key("attribute", attribute);
            ConditionRules.requireRange(from, to);
        }
    }

    /**
     * The attribute is an instant before that one.
     *
     * @param value RFC 3339 text
     */
    record Before(String attribute, String value) implements Condition {
        public Before {
            Limits.key("attribute", attribute);
            ConditionRules.requireInstant("value", value);
        }
    }

    /**
     * The attribute is an instant after that one.
     *
     * @param value RFC 3339 text
     */
    record After(String attribute, String value) implements Condition {
        public After {
            Limits.key("attribute", attribute);
            ConditionRules.requireInstant("value", value);
        }
    }

    /**
     * The attribute is a text that holds the value somewhere, or a list of texts with an element that equals it.
     *
     * @param value 1 to {@value #MAX_TEXT_BYTES} bytes of UTF-8
     */
    record Contains(String attribute, String value) implements Condition {
        public Contains {
            Limits.key("attribute", attribute);
            Limits.text("value", value, MAX_TEXT_BYTES, FaultCode.VALUE_INVALID);
        }
    }

    /**
     * The attribute is a text that begins with the value.
     *
     * @param value 1 to {@value #MAX_TEXT_BYTES} bytes of UTF-8
     */
    record StartsWith(String attribute, String value) implements Condition {
        public StartsWith {
            Limits.key("attribute", attribute);
            Limits.text("value", value, MAX_TEXT_BYTES, FaultCode.VALUE_INVALID);
        }
    }

    /**
     * The attribute is a version that stands in the order to the value, by the precedence of semver.org 2.0.0.
     *
     * @param value a version of at most {@value #MAX_TEXT_BYTES} bytes
     */
    record Semver(VersionOrder order, String attribute, String value) implements Condition {
        public Semver {
            Limits.key("attribute", attribute);
            ConditionRules.requireVersion("value", value);
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

    /** How versions are compared: precedence, which ignores what stands behind a plus. */
    enum VersionOrder {
        /** of equal precedence */
        EQ,
        /** later */
        GT,
        /** later or equal */
        GTE,
        /** earlier */
        LT,
        /** earlier or equal */
        LTE;

        /** The word in documents. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
