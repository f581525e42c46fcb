package io.touchstone.assignment.access;

import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.model.access.AccessKey;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Keeps every key to its limit: a batch of n events costs n, any other call 1. There are never more buckets than keys that
 * were once valid.
 */
public final class RateLimiter {
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoClock;
    private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** @param nanoClock monotonic, such as {@link System#nanoTime} */
    public RateLimiter(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Charges a key.
     *
     * @throws ApiProblem 429 {@code rate_limited} with the seconds to wait; nothing is charged then
     */
    public void charge(AccessKey key, int tokens) {
        long now = nanoClock.getAsLong();
        TokenBucket bucket = buckets.get(key.id());
        if (bucket == null || bucket.perSecond() != key.eventsPerSecond()) {
            bucket = buckets.compute(
                    key.id(),
                    (id, current) -> current != null && current.perSecond() == key.eventsPerSecond()
                            ? current
                            : new TokenBucket(key.eventsPerSecond(), now));
        }
        long wait = bucket.take(tokens, now);
        if (wait > 0) {
            throw new ApiProblem(
                    ApiCode.RATE_LIMITED,
                    "rate of key " + key.id() + ": exceeded (expected: at most " + key.eventsPerSecond()
                            + " per second)",
                    (int) Math.min(60, (wait + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND));
        }
    }
}
