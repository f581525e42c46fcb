package io.touchstone.core.condition;

import io.touchstone.core.condition.Condition.Order;
import io.touchstone.core.condition.Condition.VersionOrder;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of conditions, see {@code docs/formats/datafile.md}. Audiences, segments and metric filters share it. */
public final class ConditionCodec {
    private static final String OPS =
            "all | any | none | eq | in | gt | gte | lt | lte | between | before | after | contains"
                    + " | startsWith | semver | exists | inSegment";

    private ConditionCodec() {}

    /**
     * Reads a condition.
     *
     * @param path names it in errors
     * @throws InvalidInputException {@code op_unknown}, {@code condition_too_deep}, {@code condition_too_large}, {@code value_invalid},
     *     {@code time_range}, and those of {@link Fields}
     */
    public static Condition read(String path, JsonValue value) {
        Fields fields = Fields.of(path, value);
        String op = fields.text("op");
        return switch (op) {
            case "all", "any", "none" -> readGroup(op, fields);
            case "eq" -> readEq(fields);
            case "in" -> readIn(fields);
            case "gt" -> readCompare(Order.GT, fields);
            case "gte" -> readCompare(Order.GTE, fields);
            case "lt" -> readCompare(Order.LT, fields);
            case "lte" -> readCompare(Order.LTE, fields);
            case "between" -> readBetween(fields);
            case "before", "after", "contains", "startsWith" -> readText(op, fields);
            case "semver" -> readSemver(fields);
            case "exists" -> readExists(fields);
            case "inSegment" -> readInSegment(fields);
            default -> throw InvalidInputException.of("op_unknown", fields.path("op"), op, OPS);
        };
    }

    /** Reads a field that may be absent. */
    public static @Nullable Condition readOptional(Fields fields, String name) {
        JsonValue value = fields.optional(name);
        return value == null ? null : read(fields.path(name), value);
    }

    /** The JSON form. */
    public static JsonObject write(Condition condition) {
        if (condition instanceof Condition.All all) {
            return writeGroup("all", all.of());
        }
        if (condition instanceof Condition.Any any) {
            return writeGroup("any", any.of());
        }
        if (condition instanceof Condition.None none) {
            return writeGroup("none", none.of());
        }
        return writeLeaf(condition);
    }

    /** The JSON form, null of null. */
    public static @Nullable JsonObject writeOptional(@Nullable Condition condition) {
        return condition == null ? null : write(condition);
    }

    private static JsonObject writeLeaf(Condition condition) {
        JsonObject.Builder json = JsonObject.builder();
        if (condition instanceof Condition.Eq eq) {
            json.put("op", "eq").put("attribute", eq.attribute()).put("value", eq.value());
        } else if (condition instanceof Condition.In in) {
            json.put("op", "in").put("attribute", in.attribute()).put("values", new JsonArray(in.values()));
        } else if (condition instanceof Condition.Compare compare) {
            json.put("op", compare.order().wireName())
                    .put("attribute", compare.attribute())
                    .put("value", compare.value());
        } else if (condition instanceof Condition.Between between) {
            json.put("op", "between").put("attribute", between.attribute());
            json.put("from", between.from()).put("to", between.to());
        } else if (condition instanceof Condition.Exists exists) {
            json.put("op", "exists").put("attribute", exists.attribute());
        } else if (condition instanceof Condition.InSegment in) {
            json.put("op", "inSegment").put("segment", in.segment());
        } else {
            writeText(condition, json);
        }
        return json.build();
    }

    private static void writeText(Condition condition, JsonObject.Builder json) {
        if (condition instanceof Condition.Before before) {
            json.put("op", "before").put("attribute", before.attribute()).put("value", before.value());
        } else if (condition instanceof Condition.After after) {
            json.put("op", "after").put("attribute", after.attribute()).put("value", after.value());
        } else if (condition instanceof Condition.Contains contains) {
            json.put("op", "contains").put("attribute", contains.attribute()).put("value", contains.value());
        } else if (condition instanceof Condition.StartsWith starts) {
            json.put("op", "startsWith").put("attribute", starts.attribute()).put("value", starts.value());
        } else if (condition instanceof Condition.Semver semver) {
            json.put("op", "semver").put("attribute", semver.attribute());
            json.put("order", semver.order().wireName()).put("value", semver.value());
        }
    }

    private static JsonObject writeGroup(String op, List<Condition> of) {
        return JsonObject.builder()
                .put("op", op)
                .put("of", JsonArray.of(of, ConditionCodec::write))
                .build();
    }

    private static Condition readGroup(String op, Fields fields) {
        fields.value("of");
        List<Condition> of = fields.elements("of", ConditionCodec::read);
        return fields.build(() -> switch (op) {
            case "all" -> new Condition.All(of);
            case "any" -> new Condition.Any(of);
            default -> new Condition.None(of);
        });
    }

    private static Condition readEq(Fields fields) {
        String attribute = fields.text("attribute");
        JsonValue value = fields.value("value");
        return fields.build(() -> new Condition.Eq(attribute, value));
    }

    private static Condition readIn(Fields fields) {
        String attribute = fields.text("attribute");
        fields.value("values");
        List<JsonValue> values = fields.elements("values", (path, value) -> value);
        return fields.build(() -> new Condition.In(attribute, values));
    }

    private static Condition readCompare(Order order, Fields fields) {
        String attribute = fields.text("attribute");
        JsonValue value = fields.value("value");
        return fields.build(() -> new Condition.Compare(order, attribute, value));
    }

    private static Condition readBetween(Fields fields) {
        String attribute = fields.text("attribute");
        JsonValue from = fields.value("from");
        JsonValue to = fields.value("to");
        return fields.build(() -> new Condition.Between(attribute, from, to));
    }

    private static Condition readText(String op, Fields fields) {
        String attribute = fields.text("attribute");
        String value = fields.text("value");
        return fields.build(() -> switch (op) {
            case "before" -> new Condition.Before(attribute, value);
            case "after" -> new Condition.After(attribute, value);
            case "contains" -> new Condition.Contains(attribute, value);
            default -> new Condition.StartsWith(attribute, value);
        });
    }

    private static Condition readSemver(Fields fields) {
        String attribute = fields.text("attribute");
        VersionOrder order = fields.word("order", List.of(VersionOrder.values()), VersionOrder::wireName);
        String value = fields.text("value");
        return fields.build(() -> new Condition.Semver(order, attribute, value));
    }

    private static Condition readExists(Fields fields) {
        String attribute = fields.text("attribute");
        return fields.build(() -> new Condition.Exists(attribute));
    }

    private static Condition readInSegment(Fields fields) {
        String segment = fields.text("segment");
        return fields.build(() -> new Condition.InSegment(segment));
    }
}
