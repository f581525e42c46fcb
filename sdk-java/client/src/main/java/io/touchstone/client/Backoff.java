package io.touchstone.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after failures: doubling from a base to a limit, half of it random so that clients spread. */
final class Backoff {
    private final Duration base;
    private final Duration limit;
    private int failures;

    Backoff(Duration base, Duration limit) {
        this.base = base;
        this.limit = limit;
    }

    void reset() {
        failures = 0;
    }

    /** The next wait, at least what the server asked for, but never above the limit. */
    Duration next(Duration asked) {
        long doubled = base.toMillis() << Math.min(failures++, 16);
        long millis = Math.max(1, Math.min(doubled, limit.toMillis()));
        long jittered = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
        return Duration.ofMillis(Math.min(Math.max(jittered, asked.toMillis()), limit.toMillis()));
    }
}
