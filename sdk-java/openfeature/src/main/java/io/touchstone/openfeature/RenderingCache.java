package io.touchstone.openfeature;

import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The renderings of the decisions made last. A compiled datafile has one object for each outcome, so that most calls find theirs;
 * building the metadata takes longer than deciding. Of a fixed size: each new one takes the place of another.
 */
final class RenderingCache {
    private static final int SIZE = 1024;

    private final AtomicReferenceArray<Rendering> kept = new AtomicReferenceArray<>(SIZE);

    @SuppressWarnings("ReferenceEquality") // comparing the values of two decisions costs more than rendering one
    Rendering of(Decision decision, CompiledDatafile datafile) {
        int slot = System.identityHashCode(decision) & (SIZE - 1);
        Rendering last = kept.get(slot);
        if (last != null && last.decision() == decision) {
            return last;
        }
        Rendering rendering = Rendering.of(decision, datafile);
        if (datafile.version() == decision.config()) { // else the datafile has changed between the two
            kept.set(slot, rendering);
        }
        return rendering;
    }
}
