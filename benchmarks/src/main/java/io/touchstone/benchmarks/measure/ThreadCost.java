package io.touchstone.benchmarks.measure;

import io.touchstone.benchmarks.process.CpuTime;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * CPU time of the measuring thread in one iteration, and the calls it made. On a machine shared with others wall time
 * includes waiting for a core; this does not. Threads of the collector are not in it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ThreadCost {

    /** Calls of the iteration, those around its measured part included. */
    public long calls;

    /** Nanoseconds of CPU the thread used meanwhile. */
    public long cpuNanos;

    private long startedAt;

    /** The iteration begins. */
    @Setup(Level.Iteration)
    public void start() {
        calls = 0;
        startedAt = CpuTime.ofThread();
    }

    /** The iteration ends. */
    @TearDown(Level.Iteration)
    public void stop() {
        cpuNanos = CpuTime.ofThread() - startedAt;
    }
}
