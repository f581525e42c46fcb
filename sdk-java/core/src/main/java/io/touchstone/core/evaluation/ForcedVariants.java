package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.ForcedVariant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Overrides of a flag by unit type and unit. Of several that fit, the first of the list wins. */
final class ForcedVariants {
    private final Map<String, Map<String, Forced>> byType = new HashMap<>();

    ForcedVariants(FlagDefinition flag, long config) {
        for (int i = 0; i < flag.forced().size(); i++) {
            ForcedVariant forced = flag.forced().get(i);
            Decision decision =
                    Decision.plain(flag.key(), forced.value(), forced.variant(), Reason.FORCED, null, config);
            byType.computeIfAbsent(forced.unitType(), type -> new HashMap<>())
                    .put(forced.unit(), new Forced(i, decision));
        }
    }

    @Nullable
    Decision find(Units units) {
        if (byType.isEmpty()) {
            return null;
        }
        Forced first = null;
        for (int i = 0; i < units.size(); i++) {
            Map<String, Forced> byUnit = byType.get(units.typeAt(i));
            Forced found = byUnit == null ? null : byUnit.get(units.idAt(i));
            if (found != null && (first == null || found.index < first.index)) {
                first = found;
            }
        }
        return first == null ? null : first.decision;
    }

    private record Forced(int index, Decision decision) {}
}
