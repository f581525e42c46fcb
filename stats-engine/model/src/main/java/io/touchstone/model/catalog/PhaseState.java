package io.touchstone.model.catalog;

import java.util.Locale;

/** Where a phase stands. */
public enum PhaseState {
    /** Assigns and counts. */
    RUNNING,
    /** Assigns nobody, or (keep serving) those it has; counts. */
    PAUSED,
    /** Assigns nobody; windows that began run out. */
    STOPPED,
    /** Nothing can change any more. */
    FINAL;

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
