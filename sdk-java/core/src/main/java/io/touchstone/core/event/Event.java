package io.touchstone.core.event;

import io.touchstone.core.bucketing.Units;
import org.jspecify.annotations.Nullable;

/** Something that happened to a unit, as an application reports it. See {@code docs/formats/events.md}. */
public sealed interface Event permits ExposureEvent, OutcomeEvent, ProfileEvent {
    /** Names the event: the same id is the same event. 1 to 256 bytes. */
    String id();

    /** When it happened, milliseconds since 1970; 1970 to 2100. */
    long timeMillis();

    /** Whom it happened to, 1 to 4 identities of one person, device or group. */
    Units units();

    /** Version of the datafile it was decided with, 1 or more; null if unknown. */
    @Nullable
    Long config();

    /** Which of the three. */
    EventType type();
}
