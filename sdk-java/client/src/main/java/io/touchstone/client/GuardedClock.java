package io.touchstone.client;

import java.time.Instant;
import java.time.InstantSource;

/** The application's clock, in whose place the system's answers while it fails: no call of ours fails with it. */
final class GuardedClock implements InstantSource {
    private final InstantSource given;
    private final Problems problems;

    GuardedClock(InstantSource given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        try {
            return given.millis();
        } catch (RuntimeException e) { // its own, a null, or an instant beyond what milliseconds can tell
            problems.report("clock: " + e + " (expected: the time)");
            return System.currentTimeMillis();
        }
    }
}
