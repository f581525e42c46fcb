package io.touchstone.benchmarks.process;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a figure has to be read against. */
public final class Machine {

    private Machine() {}

    /** Cores, JDK, operating system, time. */
    public static String facts() {
        return String.format(
                Locale.ROOT,
                "%d cores, %s, JDK %s, %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Load average of the last minute, our own load included. */
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
