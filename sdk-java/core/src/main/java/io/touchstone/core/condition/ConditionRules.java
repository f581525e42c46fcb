package io.touchstone.core.condition;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.util.List;

/** What the constants and the shape of a condition must be. */
final class ConditionRules {
    private ConditionRules() {}

    static List<Condition> parts(List<Condition> of) {
        int depth = 1 + of.stream().mapToInt(Condition::depth).max().orElse(0);
        if (depth > Condition.MAX_DEPTH) {
            throw InvalidInputException.of(
                    "condition_too_deep", "of", depth, "at most " + Condition.MAX_DEPTH + " levels");
        }
        int size = 1 + of.stream().mapToInt(Condition::size).sum();
        if (size > Condition.MAX_SIZE) {
            throw InvalidInputException.of(
                    "condition_too_large", "of", size, "at most " + Condition.MAX_SIZE + " groups and leaves");
        }
        return List.copyOf(of);
    }

    static void requireScalar(String name, JsonValue value) {
        if (JsonScalars.scalar(value) == null) {
            throw Fields.wrongType(name, value, "boolean, text or number");
        }
    }

    static void requireOrdered(String name, JsonValue value) {
        boolean instant = value instanceof JsonString text && Rfc3339.parseMillis(text.value()) != Rfc3339.INVALID;
        if (!instant && !(JsonScalars.scalar(value) instanceof Double)) {
            throw Fields.wrongType(name, value, "a number or RFC 3339 instant");
        }
    }

    /** Both of one kind and in order: a range that holds nothing is a slip of the pen. */
    static void requireRange(JsonValue from, JsonValue to) {
        requireOrdered("from", from);
        requireOrdered("to", to);
        if (from instanceof JsonString first && to instanceof JsonString behind) {
            if (Rfc3339.parseMillis(first.value()) >= Rfc3339.parseMillis(behind.value())) {
                throw InvalidInputException.of(
                        FaultCode.TIME_RANGE, "to", behind.value(), "an instant after " + first.value());
            }
        } else if (JsonScalars.scalar(from) instanceof Double low && JsonScalars.scalar(to) instanceof Double high) {
            if (low >= high) {
                throw InvalidInputException.of(
                        FaultCode.NUMBER_RANGE, "to", to.toJson(), "a number above " + from.toJson());
            }
        } else {
            throw Fields.wrongType("to", to, "of the kind of from: two numbers or two instants");
        }
    }

    static void requireInstant(String name, String value) {
        if (Rfc3339.parseMillis(value) == Rfc3339.INVALID) {
            throw InvalidInputException.of(FaultCode.TIME_INVALID, name, value, "an RFC 3339 instant");
        }
    }

    static void requireVersion(String name, String value) {
        Limits.text(name, value, Condition.MAX_TEXT_BYTES, FaultCode.VALUE_INVALID);
        if (!SemanticVersion.isValid(value)) {
            throw InvalidInputException.of(
                    FaultCode.VALUE_INVALID, name, value, "a version, major[.minor[.patch]][-pre-release][+build]");
        }
    }
}
