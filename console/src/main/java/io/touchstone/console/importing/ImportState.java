package io.touchstone.console.importing;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** Takes events. */
    OPEN,
    /** Complete and closed for ever. */
    SEALED,
    /** Closed after six days before it was sealed. */
    INCOMPLETE;

    /** The word in answers and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
