package io.touchstone.model.catalog;

import java.util.Locale;

/** What a metric is for in an experiment. */
public enum MetricRole {
    /** Decides. */
    SUCCESS,
    /** Must not get worse. */
    GUARDRAIL,
    /** Informs. */
    SECONDARY;

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
