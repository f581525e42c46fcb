package io.touchstone.client;

import org.jspecify.annotations.Nullable;

/** The last thing that went wrong, for the status. */
final class Problems {
    private volatile @Nullable String last;

    void report(String problem) {
        last = problem;
    }

    @Nullable
    String last() {
        return last;
    }
}
