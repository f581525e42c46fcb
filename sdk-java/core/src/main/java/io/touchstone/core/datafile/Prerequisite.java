package io.touchstone.core.datafile;

import io.touchstone.core.input.Limits;
import java.util.List;

/**
 * Another flag that must answer one of some variants first.
 *
 * @param flag key of the other flag
 * @param variants at least one; a default has no variant and never meets a prerequisite
 */
public record Prerequisite(String flag, List<String> variants) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid}, {@code number_range} */
    public Prerequisite {
        Limits.key("flag", flag);
        variants = List.copyOf(variants);
        Limits.range("variants", variants.size(), 1, 1_000);
        variants.forEach(variant -> Limits.key("variants", variant));
    }
}
