package io.touchstone.console.experiment;

import java.util.Locale;

/** Where an experiment stands. */
public enum ExperimentState {
    /** Being written; assigns nobody. */
    DRAFT,
    /** Assigns units. */
    RUNNING,
    /** Assigns none, or keeps serving; holds its slots. */
    PAUSED,
    /** Over; its slots are free. It may be changed and started again. */
    STOPPED,
    /** Put away. */
    ARCHIVED;

    /** The word in answers and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExperimentState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
