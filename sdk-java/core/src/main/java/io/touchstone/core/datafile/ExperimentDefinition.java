package io.touchstone.core.datafile;

import io.touchstone.core.bucketing.VariantRanges;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running or paused experiment.
 *
 * @param key unique in the datafile
 * @param phase 1 or more
 * @param salt what a unit's variant is hashed with; new with every phase
 * @param unitType what is randomised
 * @param layer key of the layer
 * @param slots at least one range, disjoint; kept sorted
 * @param status running or paused
 * @param keepServing whether it answers while paused
 * @param activeFrom first instant at which it answers
 * @param endsAt first instant at which it no longer does; null for no end
 * @param audience whom it addresses; null for everyone
 * @param control key of the control variant
 * @param variants at least one, keys unique, total weight above 0
 */
public record ExperimentDefinition(
        String key,
        int phase,
        String salt,
        String unitType,
        String layer,
        List<SlotRange> slots,
        ExperimentStatus status,
        boolean keepServing,
        Instant activeFrom,
        @Nullable Instant endsAt,
        @Nullable Condition audience,
        String control,
        List<VariantDefinition> variants) {

    /**
     * @throws InvalidInputException {@code key_invalid}, {@code number_range}, {@code slots_overlap}, {@code schedule_invalid},
     *     {@code duplicate}, {@code weights_zero}, {@code control_unknown}
     */
    public ExperimentDefinition {
        Limits.key("key", key);
        Limits.range("phase", phase, 1, Integer.MAX_VALUE);
        Limits.key("salt", salt);
        Limits.key("unitType", unitType);
        Limits.key("layer", layer);
        slots = disjoint(slots);
        if (endsAt != null && !endsAt.isAfter(activeFrom)) {
            throw InvalidInputException.of("schedule_invalid", "endsAt", endsAt, "after activeFrom " + activeFrom);
        }
        variants = Limits.unique("variants", List.copyOf(variants), VariantDefinition::key);
        ranges(variants);
        requireControl(control, variants);
    }

    /** The buckets of the variants, in list order. */
    public VariantRanges ranges() {
        return ranges(variants);
    }

    private static VariantRanges ranges(List<VariantDefinition> variants) {
        return new VariantRanges(
                variants.stream().mapToInt(VariantDefinition::weight).toArray());
    }

    private static void requireControl(String control, List<VariantDefinition> variants) {
        if (variants.stream().noneMatch(variant -> variant.key().equals(control))) {
            throw InvalidInputException.of(FaultCode.CONTROL_UNKNOWN, "control", control, "one of the variants");
        }
    }

    private static List<SlotRange> disjoint(List<SlotRange> slots) {
        List<SlotRange> sorted = slots.stream().sorted().toList();
        Limits.range("slots", sorted.size(), 1, SlotRange.SLOTS);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw InvalidInputException.of(FaultCode.SLOTS_OVERLAP, "slots", sorted.get(i), "disjoint ranges");
            }
        }
        return sorted;
    }
}
