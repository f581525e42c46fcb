package io.touchstone.console.experiment;

import io.touchstone.model.catalog.PhaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase as stored.
 *
 * @param experiment key of its experiment
 * @param number from 1
 * @param salt what a unit's variant is hashed with
 * @param state where it stands
 * @param generation which counting its numbers are read from
 * @param pin what it fixed
 * @param slots widest so far, as pairs
 * @param startsAt the start as declared
 * @param activeFrom from when evaluators used it first
 * @param endedAt the stop
 */
public record Phase(
        String experiment,
        int number,
        String salt,
        PhaseState state,
        int generation,
        PhasePin pin,
        List<List<Long>> slots,
        Instant startsAt,
        Instant activeFrom,
        @Nullable Instant endedAt) {
    public Phase {
        slots = List.copyOf(slots);
    }

    Phase in(PhaseState next, @Nullable Instant ended) {
        return new Phase(experiment, number, salt, next, generation, pin, slots, startsAt, activeFrom, ended);
    }

    Phase over(List<List<Long>> wider) {
        return new Phase(experiment, number, salt, state, generation, pin, wider, startsAt, activeFrom, endedAt);
    }
}
