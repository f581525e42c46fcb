package io.touchstone.standalone.up;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints each step of a start with how long it took. Steps may run at the same time. */
final class StepLog {
    private final PrintStream out;
    private final long began = System.nanoTime();

    StepLog(PrintStream out) {
        this.out = out;
    }

    /** Runs a step and prints its line when it is done; {@code detail} says what came of it. */
    <T> T step(String name, Supplier<T> work, Function<T, String> detail) {
        long begin = System.nanoTime();
        T result = work.get();
        line(String.format(
                Locale.ROOT, "  %-10s %-48s %5.1f s", name, detail.apply(result), seconds(System.nanoTime() - begin)));
        return result;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Seconds since the start, with one decimal. */
    String elapsed() {
        return String.format(Locale.ROOT, "%.1f s", seconds(System.nanoTime() - began));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
