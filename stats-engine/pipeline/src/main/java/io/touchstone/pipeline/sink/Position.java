package io.touchstone.pipeline.sink;

/**
 * Up to where a partition of the cells topic is written, and by whom.
 *
 * @param epoch number of the claim; every new writer makes the next one
 * @param nextOffset offset of the first record that is not written
 */
record Position(long epoch, long nextOffset) {

    Position movedTo(long offset) {
        return new Position(epoch, offset);
    }
}
