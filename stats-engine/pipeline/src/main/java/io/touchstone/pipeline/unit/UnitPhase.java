package io.touchstone.pipeline.unit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is in one phase.
 *
 * @param experiment experiment key
 * @param phase number of the phase
 * @param seen the first exposure to each variant it met, smallest (time, id) first; not empty
 * @param frozen slice values and covariates as of the first exposure
 */
record UnitPhase(String experiment, int phase, List<Seen> seen, Frozen frozen) {

    UnitPhase {
        seen = List.copyOf(seen);
    }

    /** The exposure that decides. */
    Seen first() {
        return seen.get(0);
    }

    boolean is(String otherExperiment, int otherPhase) {
        return phase == otherPhase && experiment.equals(otherExperiment);
    }

    /** {@code seen} with one more exposure, or null where it changes nothing. */
    static @Nullable List<Seen> merge(List<Seen> seen, Seen exposure) {
        List<Seen> merged = new ArrayList<>(seen.size() + 1);
        for (Seen known : seen) {
            if (!known.variant().equals(exposure.variant())) {
                merged.add(known);
            } else if (!exposure.isBefore(known)) {
                return null;
            }
        }
        merged.add(exposure);
        merged.sort((a, b) -> EventOrder.compare(a.time(), a.id(), b.time(), b.id()));
        return merged;
    }
}
