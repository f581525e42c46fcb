package io.touchstone.assignment.datafile;

import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.model.access.AccessKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The streams there are, by key, held to their limits. */
final class OpenStreams {
    private static final int SOONEST_SECONDS = 2;
    private static final int LATEST_SECONDS = 10;

    private final StreamLimits limits;
    private final Map<String, Integer> perKey = new HashMap<>();
    private int total;

    OpenStreams(StreamLimits limits) {
        this.limits = limits;
    }

    /**
     * Counts one more.
     *
     * @throws ApiProblem 503 {@code busy} or 429 {@code streams_limited}, with a random time to come back
     */
    synchronized void enter(AccessKey key) {
        if (total >= limits.total()) {
            throw new ApiProblem(
                    ApiCode.BUSY, "streams: " + total + " (expected: at most " + limits.total() + ")", later());
        }
        int ofKey = perKey.getOrDefault(key.id(), 0);
        if (ofKey >= limits.perKey()) {
            throw new ApiProblem(
                    ApiCode.STREAMS_LIMITED,
                    "streams of key " + key.id() + ": " + ofKey + " (expected: at most " + limits.perKey() + ")",
                    later());
        }
        perKey.put(key.id(), ofKey + 1);
        total++;
    }

    /** Counts one less. */
    synchronized void leave(AccessKey key) {
        perKey.computeIfPresent(key.id(), (id, count) -> count > 1 ? count - 1 : null);
        total--;
    }

    synchronized int total() {
        return total;
    }

    /** Different for each, so that they do not come back together. */
    private static int later() {
        return ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1);
    }
}
