package io.touchstone.model.catalog;

import java.util.Locale;

/** Which values a unit's outcome can take. */
public enum ValueRange {
    /** Never below zero: relative lift has a meaning. */
    POSITIVE,
    /** Of both signs: no relative lift, absolute margins. */
    SIGNED;

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
