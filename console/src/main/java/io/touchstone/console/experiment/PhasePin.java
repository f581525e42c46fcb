package io.touchstone.console.experiment;

import io.touchstone.console.json.ConsoleJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a phase fixes when it opens: how units are assigned and how results are analysed. A start that would fix anything else
 * opens the next phase.
 *
 * @param unitType what is randomised
 * @param layer key of its layer
 * @param audience a condition or none
 * @param control key of one of the variants
 * @param variants keys, weights and values
 * @param metrics each with its version
 * @param dimensions what results are sliced by
 * @param covariates profile attributes
 * @param plan both rates
 */
public record PhasePin(
        String unitType,
        String layer,
        @Nullable JsonNode audience,
        String control,
        List<DesignVariant> variants,
        List<MetricUse> metrics,
        List<DimensionUse> dimensions,
        List<String> covariates,
        PlanBody plan) {
    public PhasePin {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        covariates = List.copyOf(covariates);
    }

    /** Of a design whose metrics have versions. Names for people are left out: they change no number. */
    static PhasePin of(Design design, List<MetricUse> versioned) {
        List<DesignVariant> nameless = design.variants().stream()
                .map(variant -> new DesignVariant(variant.key(), variant.weight(), variant.value(), null))
                .toList();
        return new PhasePin(
                design.unitType(),
                design.layer(),
                design.audience(),
                design.control(),
                nameless,
                versioned,
                design.dimensions(),
                design.covariates(),
                design.plan());
    }

    /** Whether both fix the same. Compared as JSON, where 1 read back is 1 again. */
    boolean isSame(PhasePin other) {
        return ConsoleJson.storedTree(ConsoleJson.write(this)).equals(ConsoleJson.storedTree(ConsoleJson.write(other)));
    }
}
