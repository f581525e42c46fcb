package io.touchstone.pipeline.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the last look at the topics and tables saw; of all pipeline processes together.
 *
 * @param lookedAt when
 * @param waiting records that wait at each hop; a hop that could not be looked at yet is missing
 * @param countedThrough every event acknowledged before is in the rows of PostgreSQL; empty before anything was counted
 * @param standstill for how long the partition that has waited longest has not moved; zero while all move
 * @param faults what is wrong, in sentences; empty if nothing is
 */
public record PipelineProgress(
        Instant lookedAt,
        Map<Hop, Long> waiting,
        Optional<Instant> countedThrough,
        Duration standstill,
        List<String> faults) {

    /** Keeps copies. */
    public PipelineProgress {
        waiting = Map.copyOf(waiting);
        faults = List.copyOf(faults);
    }

    /** The same with one more fault. */
    public PipelineProgress withFault(String fault) {
        List<String> more = new ArrayList<>(faults);
        more.add(fault);
        return new PipelineProgress(lookedAt, waiting, countedThrough, standstill, more);
    }

    static PipelineProgress unknown(Instant now) {
        return new PipelineProgress(now, Map.of(), Optional.empty(), Duration.ZERO, List.of());
    }
}
