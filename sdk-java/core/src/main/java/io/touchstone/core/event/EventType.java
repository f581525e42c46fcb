package io.touchstone.core.event;

import java.util.Locale;

/** The three kinds of events. */
public enum EventType {
    /** A unit met its variant. */
    EXPOSURE,
    /** What a unit did. */
    OUTCOME,
    /** Attributes of a unit. */
    PROFILE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The word in events. */
    public String wireName() {
        return wireName;
    }
}
