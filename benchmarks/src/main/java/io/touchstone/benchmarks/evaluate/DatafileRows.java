package io.touchstone.benchmarks.evaluate;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.measure.JmhRun;
import io.touchstone.benchmarks.measure.Measured;
import io.touchstone.core.evaluation.CompiledDatafile;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;

/** How long a large datafile takes to load, and what it keeps in memory. */
final class DatafileRows {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final int MOST_MILLIS = 300;
    /** Held at once when the retained size is taken, so that what else the heap does is small beside it. */
    private static final int COPIES = 4;

    private DatafileRows() {}

    static void add(Report report, List<Options.Option> known) throws RunnerException {
        Measured first = load(known, "--forks", "5", "--warmup", "0", "--iterations", "1");
        Measured again = load(known, "--forks", "2", "--warmup", "10", "--iterations", "5");
        report.row("datafile of 10,000 experiments, the first a JVM loads", readable(first), "");
        report.row("datafile of 10,000 experiments, after ten of them", readable(again), "");
        report.judged(
                "datafile, parsed and compiled",
                new Figure("datafile-10000-compile-ms", millis(again), "ms"),
                Target.atMost(MOST_MILLIS, "<= 300 ms"));
        report.figure(new Figure("datafile-10000-first-compile-ms", millis(first), "ms"));
        double retained = retained();
        report.row("datafile, retained once compiled", String.format(Locale.ROOT, "%.1f MiB", retained), "");
        report.figure(new Figure("datafile-10000-retained-MiB", retained, "MiB"));
    }

    private static Measured load(List<Options.Option> known, String... arguments) throws RunnerException {
        return Objects.requireNonNull(
                JmhRun.rows(DatafileBenchmark.class, new Options(known, List.of(arguments)))
                        .get("load"),
                "load: not measured");
    }

    private static String readable(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%.0f ms CPU, %.0f ms wall, %.0f MiB",
                millis(measured),
                measured.wallNanos() / NANOS_PER_MILLI,
                measured.bytes() / BYTES_PER_MEBIBYTE);
    }

    private static double millis(Measured measured) {
        return measured.cpuNanos().median() / NANOS_PER_MILLI;
    }

    /** Of the compiled form alone: text and definitions are left to the collector. In MiB. */
    private static double retained() {
        String text = DatafileBenchmark.text();
        long before = used();
        CompiledDatafile[] held = new CompiledDatafile[COPIES];
        for (int i = 0; i < COPIES; i++) {
            held[i] = DatafileBenchmark.compile(text);
        }
        long after = used();
        if (held[COPIES - 1].flagKeys().size() != EvaluationBenchmark.MANY) {
            throw new IllegalStateException(
                    "flags: " + held[COPIES - 1].flagKeys().size() + " (expected: all)");
        }
        return (after - before) / BYTES_PER_MEBIBYTE / COPIES;
    }

    /** Bytes in use right after a collection. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
