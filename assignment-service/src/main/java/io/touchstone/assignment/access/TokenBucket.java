package io.touchstone.assignment.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rate limit without locks: a token bucket kept as the one instant at which it will be full again (the generic cell rate
 * algorithm, ITU-T I.371). Holds one second of tokens, or a whole batch where that is more.
 */
final class TokenBucket {
    /** Tokens a bucket holds at least: the largest batch. */
    static final int LEAST_BURST = 1_000;

    private final int perSecond;
    private final double nanosPerToken;
    private final long burstNanos;
    private final AtomicLong fullAt;

    /**
     * @param perSecond tokens per second, above 0
     * @param nowNanos a monotonic clock
     */
    TokenBucket(int perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.nanosPerToken = Duration.ofSeconds(1).toNanos() / (double) perSecond;
        this.burstNanos = Math.round(Math.max(perSecond, LEAST_BURST) * nanosPerToken);
        this.fullAt = new AtomicLong(nowNanos);
    }

    /** Tokens per second. */
    int perSecond() {
        return perSecond;
    }

    /**
     * Takes tokens.
     *
     * @return 0 when taken; else the nanoseconds until they would be there, and nothing is taken
     */
    long take(int tokens, long nowNanos) {
        long cost = Math.min(Math.round(tokens * nanosPerToken), burstNanos);
        while (true) {
            long before = fullAt.get();
            // Differences, not comparisons: a monotonic clock may be negative and wrap.
            long start = before - nowNanos > 0 ? before : nowNanos;
            long wait = start + cost - nowNanos - burstNanos;
            if (wait > 0) {
                return wait;
            }
            if (fullAt.compareAndSet(before, start + cost)) {
                return 0;
            }
        }
    }
}
