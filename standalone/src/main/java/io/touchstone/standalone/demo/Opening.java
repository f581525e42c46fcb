package io.touchstone.standalone.demo;

import java.time.Instant;

/**
 * A time in which newcomers came.
 *
 * @param from when the shop opened
 * @param until when it closed, or was last seen open
 * @param newcomers who came in between, at even distances
 */
record Opening(Instant from, Instant until, int newcomers) {

    /** When a newcomer came, to within what a busy machine shifts. */
    long met(int number) {
        long open = until.toEpochMilli() - from.toEpochMilli();
        return from.toEpochMilli() + open * number / Math.max(1, newcomers);
    }
}
