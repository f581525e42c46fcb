package io.touchstone.model.catalog;

import java.util.Locale;

/** What a metric computes from a unit's qualifying outcomes. */
public enum MetricKind {
    /** 1 if there is one, else 0. */
    CONVERSION,
    /** Their number. */
    COUNT,
    /** The sum of their values. */
    SUM,
    /** 1 if there is one on an event day in a range of days after the cohort day, else 0. */
    RETENTION;

    /** Whether cells carry the extras of amounts. */
    public boolean amount() {
        return this == COUNT || this == SUM;
    }

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
