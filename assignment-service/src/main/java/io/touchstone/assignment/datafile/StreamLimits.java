package io.touchstone.assignment.datafile;

import java.time.Duration;

/**
 * How many streams there may be and how long each lives.
 *
 * @param total streams of this process, 1 or more
 * @param perKey streams of one key, 1 or more
 * @param heartbeat longest silence
 * @param lifetime how long a stream lives at most; each ends at a random time in the last half of it, so that callers spread
 *     over the servers again after one of them was started anew
 */
public record StreamLimits(int total, int perKey, Duration heartbeat, Duration lifetime) {
    /** Checks the bounds. */
    public StreamLimits {
        if (total < 1 || perKey < 1) {
            throw new IllegalArgumentException("streams: " + total + ", " + perKey + " (expected: 1 or more)");
        }
        if (heartbeat.toMillis() < 1 || lifetime.toMillis() < 2) {
            throw new IllegalArgumentException(
                    "heartbeat, lifetime: " + heartbeat + ", " + lifetime + " (expected: milliseconds or more)");
        }
    }

    /** 10,000 streams, 5,000 of one key, a heartbeat every 15 s, an hour at most. */
    public static StreamLimits standard() {
        return new StreamLimits(10_000, 5_000, Duration.ofSeconds(15), Duration.ofHours(1));
    }
}
