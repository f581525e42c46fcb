package io.touchstone.model.catalog;

import java.util.Locale;

/** Which way of a metric is the good one. */
public enum Direction {
    /** More is better. */
    INCREASE,
    /** Less is better. */
    DECREASE;

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
