package io.touchstone.pipeline.sink;

import java.time.Duration;

/**
 * How the sink behaves when something stalls.
 *
 * @param idleInTransaction after this PostgreSQL ends a transaction whose process stopped in the middle
 * @param lockTimeout how long a statement waits for a lock before it is tried again
 * @param retry pause between attempts while PostgreSQL is away
 */
public record SinkSettings(Duration idleInTransaction, Duration lockTimeout, Duration retry) {

    /** 10 s, 5 s, 500 ms. */
    public static final SinkSettings DEFAULT =
            new SinkSettings(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(500));
}
