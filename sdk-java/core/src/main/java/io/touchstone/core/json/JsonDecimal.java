package io.touchstone.core.json;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;

/**
 * A finite number that is no exact integer up to 2^53; use {@link JsonValue#of(double)}, which tells them apart.
 *
 * @param value the number, finite
 */
public record JsonDecimal(double value) implements JsonValue {
    static final double LARGEST_EXACT = 1L << 53;

    /** @throws InvalidInputException {@code number_range} for infinities, NaN and exact integers */
    public JsonDecimal {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, "number", value, "a finite number");
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, "decimal", value, "no whole number");
        }
    }
}
