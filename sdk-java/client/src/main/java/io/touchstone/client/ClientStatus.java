package io.touchstone.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the client is doing.
 *
 * @param state where it stands
 * @param datafileVersion version it decides with; 0 without a datafile
 * @param streaming whether the server's stream is open; without it the datafile is asked for every poll interval
 * @param confirmedAgo how long ago a server gave or confirmed the datafile, up to a minute while streaming; null if none has yet
 * @param queued events waiting to be sent
 * @param sent events the server acknowledged
 * @param rejected events the server refused one by one
 * @param dropped events lost: the queue was full, they were invalid, or the client was closed
 * @param lastProblem the last thing that went wrong, {@code name: value (expected: rule)}; null if nothing did
 */
public record ClientStatus(
        State state,
        long datafileVersion,
        boolean streaming,
        @Nullable Duration confirmedAgo,
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
        /** It decides with a datafile that the server could not confirm lately, or not yet; it does so for ever if need be. */
        STALE,
        /**
         * It has no datafile, and the init limit is over or the server did not give one. It answers the caller's defaults, goes on
         * trying, and is ready as soon as that succeeds.
         */
        ERROR,
        /** It was closed and answers the caller's defaults. */
        CLOSED
    }
}
