package io.touchstone.pipeline.stream;

/** What the unit step sends on; closed. */
sealed interface UnitOutput {

    /**
     * A change to a cell.
     *
     * @param sums bytes of the change
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared
    record Delta(byte[] sums) implements UnitOutput {}

    /**
     * All changes that come of the events of a partition before a position were sent.
     *
     * @param position bytes of the position
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared
    record Mark(byte[] position) implements UnitOutput {}

    /**
     * A record that can never be counted.
     *
     * @param record the record as it came
     * @param reason stable code
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared
    record Dead(byte[] record, String reason) implements UnitOutput {}
}
