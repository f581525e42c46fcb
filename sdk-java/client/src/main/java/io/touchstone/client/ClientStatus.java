package io.touchstone.client;

import org.jspecify.annotations.Nullable;

/**
 * How the client is doing.
 *
 * @param state where it stands
 * @param datafileVersion version it decides with; 0 without a datafile
 * @param queued events waiting to be sent
 * @param sent events the server acknowledged
 * @param rejected events the server refused one by one
 * @param dropped events lost: the queue was full, they were invalid, or the client was closed
 * @param lastProblem the last thing that went wrong, {@code name: value (expected: rule)}; null if nothing did
 */
public record ClientStatus(
        State state,
        long datafileVersion,
        int queued,
        long sent,
        long rejected,
        long dropped,
        @Nullable String lastProblem) {

    /** Where a client stands. */
    public enum State {
        /** It has no datafile yet and answers the caller's defaults. */
        STARTING,
        /** It decides with the server's datafile. */
        READY,
        /** It decides with a datafile that the server could not confirm lately. */
        STALE,
        /** It was closed; it still decides, but records nothing. */
        CLOSED
    }
}
