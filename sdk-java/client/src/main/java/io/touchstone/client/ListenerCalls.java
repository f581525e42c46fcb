package io.touchstone.client;

import io.touchstone.client.ClientStatus.State;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's listener, one call after the other, on a thread that nothing else of the client waits for. What it
 * throws is reported; one that is slower than a hundred changes misses the oldest.
 */
final class ListenerCalls {
    private static final int MOST_WAITING = 100;

    private final ClientListener listener;
    private final Problems problems;
    private final Queue<ClientStatus> waiting = new ArrayDeque<>();
    private @Nullable State toldState;
    private long toldVersion;
    private boolean calling;

    ListenerCalls(ClientListener listener, Problems problems) {
        this.listener = listener;
        this.problems = problems;
    }

    /** Tells the listener, if state or datafile are others than it was told last. Never waits. */
    synchronized void tell(ClientStatus status) {
        if (status.state() == toldState && status.datafileVersion() == toldVersion) {
            return;
        }
        toldState = status.state();
        toldVersion = status.datafileVersion();
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
        }
        waiting.add(status);
        if (!calling) {
            calling = true;
            Threads.WAITERS.execute(this::callAll);
        }
    }

    private void callAll() {
        ClientStatus next = next();
        while (next != null) {
            try {
                listener.changed(next);
            } catch (RuntimeException | Error e) { // an assertion of the application is no reason to stop either
                problems.report("listener: " + e + " (expected: no exception)");
            }
            next = next();
        }
    }

    private synchronized @Nullable ClientStatus next() {
        ClientStatus next = waiting.poll();
        calling = next != null;
        return next;
    }
}
