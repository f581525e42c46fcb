package io.touchstone.core.datafile;

import io.touchstone.core.input.Limits;
import io.touchstone.core.json.JsonValue;

/**
 * An override for one unit, for testers; never analysed.
 *
 * @param unitType type of the unit
 * @param unit id of the unit
 * @param variant what the decision names
 * @param value what the flag answers
 */
public record ForcedVariant(String unitType, String unit, String variant, JsonValue value) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid}, {@code id_invalid} */
    public ForcedVariant {
        Limits.key("unitType", unitType);
        Limits.id("unit", unit);
        Limits.key("variant", variant);
    }
}
