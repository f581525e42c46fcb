package io.touchstone.pipeline.progress;

import java.util.Locale;

/** The three stretches an event's effect travels, each from a topic. */
public enum Hop {
    /** From the events topic through the per-unit function. */
    COUNTING,
    /** From the changes to the owner of their row. */
    SUMMING,
    /** From the rows into PostgreSQL. */
    WRITING;

    /** Name in health answers and meters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
