package io.touchstone.pipeline.progress;

/**
 * What waits in a partition.
 *
 * @param next offset of the first record that is not done
 * @param end offset behind the last record
 */
record Span(long next, long end) {

    long waiting() {
        return Math.max(0, end - next);
    }
}
