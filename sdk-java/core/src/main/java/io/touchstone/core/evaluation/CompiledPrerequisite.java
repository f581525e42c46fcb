package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another flag that must answer one of some variants.
 *
 * @param flag the other flag
 * @param variants the variants that satisfy
 */
record CompiledPrerequisite(CompiledFlag flag, Set<String> variants) {
    boolean met(Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        String variant = flag.evaluate(units, attributes, epochMillis, kept).variant();
        return variant != null && variants.contains(variant);
    }
}
