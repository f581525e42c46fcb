package io.touchstone.core.datafile;

import java.util.Locale;

/** The state of a listed experiment; others are not in the datafile. */
public enum ExperimentStatus {
    /** Assigns units. */
    RUNNING,
    /** Assigns none, or goes on serving without being meant to take new ones, as the experiment says. */
    PAUSED;

    /** The word in documents. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
