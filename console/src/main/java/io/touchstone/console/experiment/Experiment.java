package io.touchstone.console.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as stored.
 *
 * @param key its key
 * @param name for people
 * @param state where it stands
 * @param keepServing whether it answers while paused
 * @param design what people wrote
 * @param servesFrom when the last start takes effect
 * @param revision rises with every change, from 1
 * @param createdAt when it was made
 * @param updatedAt when it was changed last
 */
public record Experiment(
        String key,
        String name,
        ExperimentState state,
        boolean keepServing,
        Design design,
        @Nullable Instant servesFrom,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    /** Whether the datafile lists it. */
    public boolean isLive() {
        return state == ExperimentState.RUNNING || state == ExperimentState.PAUSED;
    }

    Experiment in(ExperimentState next, boolean keeps, @Nullable Instant serves) {
        return new Experiment(key, name, next, keeps, design, serves, revision + 1, createdAt, updatedAt);
    }

    Experiment with(String nextName, Design next) {
        return new Experiment(key, nextName, state, keepServing, next, servesFrom, revision + 1, createdAt, updatedAt);
    }
}
