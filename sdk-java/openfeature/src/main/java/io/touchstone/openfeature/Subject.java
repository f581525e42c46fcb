package io.touchstone.openfeature;

import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.Structure;
import dev.openfeature.sdk.Value;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a flag is decided for, read from an evaluation context the way the data plane reads OFREP's.
 *
 * @param units identities
 * @param attributes what is known of them
 */
record Subject(Units units, Attributes attributes) {
    /** Most attributes of a context, as in OFREP. */
    static final int MAX_ATTRIBUTES = 256;

    private static final String UNITS = "units";

    /**
     * @throws MissingUnitException without any unit
     * @throws InvalidInputException for ids that are none, numbers that are not finite, more attributes than {@value #MAX_ATTRIBUTES}
     */
    static Subject of(EvaluationContext context) {
        return new Subject(unitsOf(context), attributesOf(context));
    }

    /** The identities alone. */
    static Units unitsOf(EvaluationContext context) {
        String user = context.getTargetingKey();
        Units units = user == null || user.isEmpty() ? null : Units.user(user);
        Value further = context.getValue(UNITS);
        if (further != null && !further.isNull()) {
            units = withFurther(units, further);
        }
        if (units == null) {
            throw new MissingUnitException();
        }
        return units;
    }

    /** What can be an attribute; the rest is left out. */
    static Attributes attributesOf(Structure fields) {
        Map<String, Value> values = fields.asUnmodifiableMap();
        if (values.isEmpty()) {
            return Attributes.EMPTY;
        }
        Attributes.Builder attributes = Attributes.builder();
        for (Map.Entry<String, Value> field : values.entrySet()) {
            String name = field.getKey();
            Value value = field.getValue();
            if (value != null && !name.equals(EvaluationContext.TARGETING_KEY) && !name.equals(UNITS)) {
                put(attributes, name, value.asObject());
            }
        }
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw InvalidInputException.of(
                    "attributes_count", "attributes", attributes.size(), "at most " + MAX_ATTRIBUTES);
        }
        return attributes.build();
    }

    private static void put(Attributes.Builder attributes, String name, @Nullable Object value) {
        if (value instanceof String text) {
            attributes.put(name, text);
        } else if (value instanceof Number number) {
            attributes.put(name, number.doubleValue());
        } else if (value instanceof Boolean bool) {
            attributes.put(name, bool.booleanValue());
        } else if (value instanceof java.time.Instant instant) {
            attributes.put(name, instant);
        } else if (value instanceof List<?> list) {
            List<String> texts = texts(list);
            if (texts != null) {
                attributes.put(name, texts);
            }
        }
    }

    /** Null unless it is a list of texts. */
    private static @Nullable List<String> texts(List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof Value value) || !value.isString()) {
                return null;
            }
            texts.add(value.asString());
        }
        return texts;
    }

    private static @Nullable Units withFurther(@Nullable Units user, Value further) {
        if (!further.isStructure()) {
            throw InvalidInputException.of("type_invalid", UNITS, further, "a structure of ids by unit type");
        }
        Units units = user;
        for (Map.Entry<String, Value> entry :
                further.asStructure().asUnmodifiableMap().entrySet()) {
            String type = entry.getKey();
            Value id = entry.getValue();
            if (id == null || id.isNull()) {
                continue;
            }
            if (!id.isString()) {
                throw InvalidInputException.of("type_invalid", UNITS + "." + type, id, "an id");
            }
            if (units == null) {
                units = Units.of(type, id.asString());
            } else if (!id.asString().equals(units.get(type))) { // the user may be named in both places
                units = units.and(type, id.asString());
            }
        }
        return units;
    }
}
