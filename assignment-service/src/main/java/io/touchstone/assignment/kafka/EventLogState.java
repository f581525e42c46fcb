package io.touchstone.assignment.kafka;

import java.util.Locale;

/** What the event log knows of Kafka. */
public enum EventLogState {
    /** Nothing has been sent yet. */
    UNKNOWN,
    /** The last batch was acknowledged. */
    UP,
    /** The last batch was not; one at a time is tried until one is. */
    AWAY;

    /** Name in health answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
