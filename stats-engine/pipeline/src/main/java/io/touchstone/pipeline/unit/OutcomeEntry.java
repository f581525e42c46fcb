package io.touchstone.pipeline.unit;

import java.util.Arrays;

/**
 * An outcome that some metric of the environment may use.
 *
 * @param time epoch milliseconds
 * @param received epoch milliseconds, server clock
 * @param idHash first eight bytes of SHA-256 of the id
 * @param valued whether the event had a value
 * @param value the value, 0 without one
 * @param signals which (event, filter) pairs it matches, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // hot path; never handed out, equality written out below
record OutcomeEntry(long time, long received, long idHash, boolean valued, double value, long[] signals) {

    boolean matches(long signal) {
        for (long own : signals) {
            if (own == signal) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutcomeEntry that
                && time == that.time
                && received == that.received
                && idHash == that.idHash
                && valued == that.valued
                && value == that.value
                && Arrays.equals(signals, that.signals);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(idHash);
    }
}
