package io.touchstone.console.experiment;

import io.touchstone.core.datafile.SlotRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A checked experiment with every default filled in: what is stored and what a start copies into a phase. {@link DesignReading}
 * makes it.
 *
 * @param flag key of its flag
 * @param unitType what is randomised
 * @param layer key of its layer
 * @param slots half-open ranges as pairs, sorted and disjoint
 * @param variants keys unique, one weight above 0
 * @param control key of one of the variants
 * @param audience a condition or none
 * @param metrics roles and means filled in
 * @param dimensions keys unique
 * @param covariates names unique
 * @param plan both rates filled in
 * @param imported assigned elsewhere
 * @param startsAt when it starts, none: with the call of start
 * @param backfill true: its first phase began in the past, and what happened until now comes in as an import; else none
 */
public record Design(
        String flag,
        String unitType,
        String layer,
        List<List<Long>> slots,
        List<DesignVariant> variants,
        String control,
        @Nullable JsonNode audience,
        List<MetricUse> metrics,
        List<DimensionUse> dimensions,
        List<String> covariates,
        PlanBody plan,
        boolean imported,
        @Nullable Instant startsAt,
        @Nullable Boolean backfill) {
    public Design {
        slots = List.copyOf(slots);
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        covariates = List.copyOf(covariates);
    }

    /** The slots as ranges. */
    public List<SlotRange> ranges() {
        return ranges(slots);
    }

    /** Pairs as ranges. */
    static List<SlotRange> ranges(List<List<Long>> pairs) {
        return pairs.stream()
                .map(pair -> new SlotRange(pair.get(0).intValue(), pair.get(1).intValue()))
                .sorted()
                .toList();
    }

    /** The same with other slots. */
    Design withSlots(List<List<Long>> wider) {
        return new Design(
                flag,
                unitType,
                layer,
                wider,
                variants,
                control,
                audience,
                metrics,
                dimensions,
                covariates,
                plan,
                imported,
                startsAt,
                backfill);
    }

    /** Whether past data may come in through an import. */
    public boolean takesImports() {
        return imported || fillsPast();
    }

    /** Whether it serves now and its first phase began in the past. */
    public boolean fillsPast() {
        return Boolean.TRUE.equals(backfill);
    }
}
