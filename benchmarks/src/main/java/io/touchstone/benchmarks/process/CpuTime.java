package io.touchstone.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time, user and system together, in nanoseconds. */
public final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** Of this whole process: compiler and collector included. */
    public static long ofProcess() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Of the calling thread. */
    public static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Bytes the calling thread has allocated. */
    public static long bytesOfThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Of the living processes of a tree; what ended ones used is lost. */
    public static long ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
