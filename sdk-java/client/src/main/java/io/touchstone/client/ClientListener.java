package io.touchstone.client;

/** Told when the client's state or datafile changes. */
@FunctionalInterface
public interface ClientListener {
    /**
     * Called one call after the other on a thread that nothing else waits for. What it throws becomes {@link
     * ClientStatus#lastProblem}. One that is slower than a hundred changes misses the oldest of them.
     */
    void changed(ClientStatus status);
}
