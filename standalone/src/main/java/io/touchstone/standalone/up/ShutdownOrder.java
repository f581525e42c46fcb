package io.touchstone.standalone.up;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was started, the last first: requests end before the counting, counting before the broker, the broker before
 * the database. A stop in the middle of a start waits for the step at hand, so that no server is left behind.
 */
final class ShutdownOrder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownOrder.class);
    private static final Duration STEP_AT_HAND = Duration.ofSeconds(40);

    /** The start was interrupted by a stop. */
    static final class StoppingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppingException() {
            super("stopping", null, false, false);
        }
    }

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private boolean stopping;

    /** Notes that {@code part} runs; closes it at once if a stop was asked for meanwhile. */
    <T extends AutoCloseable> T add(T part) {
        synchronized (this) {
            started.push(part);
            if (!stopping) {
                return part;
            }
        }
        throw new StoppingException();
    }

    /** No further part will be added, whether the start went well or not. */
    void startEnded() {
        startEnded.countDown();
    }

    /** Waits for a step at hand, then closes everything; later calls do nothing. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        try {
            if (!startEnded.await(STEP_AT_HAND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A step of the start has not ended within {}; stopping without it", STEP_AT_HAND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAll();
    }

    private synchronized void closeAll() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("Could not stop {} in an orderly way", part.getClass().getSimpleName(), e);
            }
        }
    }
}
