package io.touchstone.console.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time, to the millisecond: what documents and the database keep, so that an instant reads back as it was written. Not an
 * {@link InstantSource} itself, so that a program may bring its own as a bean.
 */
public final class ConsoleClock {
    private final InstantSource source;

    public ConsoleClock(InstantSource source) {
        this.source = source;
    }

    /** Now. */
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
