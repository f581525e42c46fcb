package io.touchstone.pipeline;

import io.touchstone.pipeline.progress.PipelineProgress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the counting is. Anybody may ask for it, so it names what is wrong and no address, statement or content; the log has those.
 *
 * @param state in one word
 * @param progress what the last look saw
 * @param reasons what is wrong, in sentences; empty if nothing is
 */
public record PipelineHealth(State state, PipelineProgress progress, List<String> reasons) {

    /** In one word; closed. */
    public enum State {
        /** Every stream thread counts and nothing is wrong. */
        COUNTING,
        /** Starting, taking over from others or restoring state; nothing has waited too long yet. */
        STARTING,
        /** Something is wrong; the reasons tell. */
        DEGRADED;

        /** Name in health answers. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps a copy. */
    public PipelineHealth {
        reasons = List.copyOf(reasons);
    }

    /**
     * Puts together what is known.
     *
     * @param counting whether every stream thread counts
     * @param causes failures that were last seen: no reason of their own, as each is tried again, but mostly the cause of one
     */
    static PipelineHealth of(boolean counting, PipelineProgress progress, List<String> causes) {
        if (progress.faults().isEmpty()) {
            return new PipelineHealth(counting ? State.COUNTING : State.STARTING, progress, List.of());
        }
        List<String> reasons =
                Stream.concat(progress.faults().stream(), causes.stream()).toList();
        return new PipelineHealth(State.DEGRADED, progress, reasons);
    }
}
