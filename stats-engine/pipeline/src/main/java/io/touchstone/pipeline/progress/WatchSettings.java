package io.touchstone.pipeline.progress;

import java.time.Duration;

/**
 * How progress is watched.
 *
 * @param interval between two looks; a quiet system is as fresh as the last one
 * @param patience how long a partition may stand still with records waiting before that is a fault; longer than a commit, a failover and a
 *     restart take
 */
public record WatchSettings(Duration interval, Duration patience) {

    /** 2 s, 30 s. */
    public static final WatchSettings DEFAULT = new WatchSettings(Duration.ofSeconds(2), Duration.ofSeconds(30));
}
