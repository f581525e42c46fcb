package io.touchstone.model.catalog;

import java.util.Locale;

/** How means are tested; declared before the data. */
public enum MeansMethod {
    /** Welch under the skew guard. */
    GUARDED,
    /** Plain Welch; the guard only warns. */
    WELCH;

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
