package io.touchstone.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that all clients of the JVM share, so that one more client costs none. Daemons; they end when there is nothing to
 * do.
 */
final class Threads {
    private static final int IDLE_SECONDS = 10;
    private static final int COMPILING = 2;

    /** One thread for timers and short steps: what runs here needs no lock against what else runs here, and must never wait. */
    static final ScheduledThreadPoolExecutor LOOP = loop();

    /** For reading and compiling datafiles: work for the processor, so there are few. */
    static final ExecutorService COMPILERS = compilers();

    /** For what may wait: the disk, the application's listeners. A client has at most one of each here. */
    static final ExecutorService WAITERS = Executors.newCachedThreadPool(daemons("touchstone-waiter"));

    private Threads() {}

    private static ScheduledThreadPoolExecutor loop() {
        ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1, daemons("touchstone-loop"));
        loop.setRemoveOnCancelPolicy(true);
        loop.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        loop.allowCoreThreadTimeOut(true);
        return loop;
    }

    private static ExecutorService compilers() {
        ThreadPoolExecutor compilers = new ThreadPoolExecutor(
                COMPILING,
                COMPILING,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("touchstone-compiler"));
        compilers.allowCoreThreadTimeOut(true);
        return compilers;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
