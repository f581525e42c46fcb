package io.touchstone.pipeline.progress;

import java.time.Duration;

/**
 * A partition in which records wait and none is done.
 *
 * @param place which one
 * @param waiting how many records
 * @param lasting for how long none was done
 */
record Standstill(Place place, long waiting, Duration lasting) {

    /** For people who look for the cause. */
    String sentence() {
        return place.hop().key() + " stands still: partition " + place.partition() + " has " + waiting
                + " records waiting and none was done for " + lasting.toSeconds() + " s";
    }
}
