package io.touchstone.client;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The last thing that went wrong, for the status. */
final class Problems {
    private volatile @Nullable String last;

    void report(String problem) {
        last = problem;
    }

    /** What went wrong in an asynchronous step. */
    static Throwable cause(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    @Nullable
    String last() {
        return last;
    }
}
