package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.CpuTime;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A stretch of a run.
 *
 * @param warmUpSeconds before it
 * @param events taken from the topic
 * @param seconds on the clock
 * @param cpuNanos of this process: broker, streams, sink, compiler, collector
 * @param databaseNanos CPU of PostgreSQL
 */
record Window(double warmUpSeconds, long events, double seconds, long cpuNanos, long databaseNanos) {

    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final double MOST_IN_WARM_UP = 0.6;

    /** Where the process stands at one instant. */
    private record Mark(long events, long nanos, long cpuNanos, long databaseNanos) {
        static Mark now(ProcessHandle database) {
            return new Mark(Consumption.ofEvents(), System.nanoTime(), CpuTime.ofProcess(), CpuTime.ofTree(database));
        }
    }

    /**
     * Lets warm-up pass, then measures.
     *
     * @param warmUp that long, or less where most events would be used up before
     * @param skip and at least until that many events were taken
     * @param length at most that long
     * @param available events there are; the window ends when they are used up
     */
    static Window measure(ProcessHandle database, Duration warmUp, long skip, Duration length, long available) {
        long begin = System.nanoTime();
        long most = skip + (long) ((available - skip) * MOST_IN_WARM_UP);
        await("warm-up", () -> {
            long taken = Consumption.ofEvents();
            return taken >= most || (taken >= skip && System.nanoTime() - begin >= warmUp.toNanos());
        });
        Mark from = Mark.now(database);
        await(
                "measurement",
                () -> Consumption.ofEvents() >= available || System.nanoTime() - from.nanos() >= length.toNanos());
        Mark to = Mark.now(database);
        if (to.nanos() - from.nanos() < SHORTEST.toNanos()) {
            throw new IllegalStateException("events: used up too early (expected: enough for " + SHORTEST
                    + " of measurement; give more with --events)");
        }
        return new Window(
                (from.nanos() - begin) / 1e9,
                to.events() - from.events(),
                (to.nanos() - from.nanos()) / 1e9,
                to.cpuNanos() - from.cpuNanos(),
                to.databaseNanos() - from.databaseNanos());
    }

    /** Waits for a condition. @throws IllegalStateException if it takes unreasonably long */
    static void await(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(what + ": not done after " + PATIENCE + " (expected: sooner)");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    void answer(String name) {
        ChildJvm.answer(name + "-us", cpuNanos / 1_000.0 / events);
        ChildJvm.answer(name + "-rate", events / seconds);
        ChildJvm.answer(name + "-postgres-us", databaseNanos / 1_000.0 / events);
        ChildJvm.answer(name + "-events", events);
        ChildJvm.answer(name + "-seconds", seconds);
        ChildJvm.answer(name + "-warmup", warmUpSeconds);
    }
}
