package io.touchstone.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that all clients of the JVM share, so that one more client costs none. Daemons; they end when there is nothing to
 * do.
 */
final class Threads {
    private static final int IDLE_SECONDS = 10;

    /** One thread for timers and short steps: what runs here needs no lock against what else runs here, and must never wait. */
    static final ScheduledThreadPoolExecutor LOOP = loop();

    /** For what may wait or take long: compiling, the disk, the application's listeners. */
    static final ExecutorService WORKERS = Executors.newCachedThreadPool(daemons("touchstone-worker"));

    private Threads() {}

    private static ScheduledThreadPoolExecutor loop() {
        ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1, daemons("touchstone-loop"));
        loop.setRemoveOnCancelPolicy(true);
        loop.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        loop.allowCoreThreadTimeOut(true);
        return loop;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
