package io.touchstone.client;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many clients of this JVM are open. A client is meant to be made once; one that is made for every request is the most
 * expensive mistake there is, so it is told, and costs the server no stream and one question a minute.
 */
final class LiveClients {
    /** Enough for an application that serves many environments. */
    static final int EXPECTED = 100;

    /** Beyond those, how often a client asks for the datafile at most. */
    static final Duration INTERVAL_BEYOND = Duration.ofMinutes(1);

    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private LiveClients() {}

    /** One more; false if that is more than expected. */
    static boolean enter(Problems problems) {
        int open = OPEN.incrementAndGet();
        if (open <= EXPECTED) {
            return true;
        }
        String problem =
                "clients: " + open + " open in this JVM (expected: one per environment, closed when no longer used)";
        problems.report(problem);
        if (TOLD.compareAndSet(false, true)) {
            System.getLogger(TouchstoneClient.class.getName())
                    .log(Level.WARNING, problem + "; further ones open no stream and ask once a minute");
        }
        return false;
    }

    static void leave() {
        OPEN.decrementAndGet();
    }
}
