package io.touchstone.benchmarks.statistics;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.measure.JmhRun;
import io.touchstone.benchmarks.measure.Measured;
import io.touchstone.benchmarks.process.CpuTime;
import io.touchstone.benchmarks.process.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** {@code benchmarks/run statistics}. */
public final class StatisticsRun {

    /** On a machine shared with others six seconds of warm-up are too short for all the methods: 26 ms instead of 13. */
    private static final List<Option> OPTIONS = List.of(
            new Option("forks", "1", "JVMs a row is measured in, one after the other"),
            new Option("warmup", "60", "iterations of 1 s before measuring"),
            new Option("iterations", "15", "measured iterations of 1 s"));

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_KIB = 1024;

    private StatisticsRun() {}

    /** Measures and reports. */
    public static Report run(List<String> arguments) throws RunnerException {
        Options options = new Options(OPTIONS, arguments);
        String load = Machine.load();
        double first = firstMillis();
        Map<String, Measured> rows = JmhRun.rows(ScorecardBenchmark.class, options);
        Report report = new Report("statistics: 50 metrics, a control and 3 treatments, day 21 of 28 daily looks");
        judged(report, "scorecard, no boundary at hand", "scorecard", rows, "statistics-scorecard");
        row(report, "scorecard, every line with looks of its own", rows, "scorecardApart");
        row(report, "scorecard, yesterday's boundaries at hand", rows, "scorecardKept");
        row(report, "boundaries of 28 equal looks", rows, "boundaries28");
        row(report, "boundaries of 56 equal looks", rows, "boundaries56");
        report.row("the first scorecard of a JVM", String.format(Locale.ROOT, "%.0f ms CPU", first), "");
        report.figure(millis("statistics-scorecard-apart-ms", rows, "scorecardApart"));
        report.figure(millis("statistics-scorecard-kept-ms", rows, "scorecardKept"));
        report.figure(millis("statistics-boundaries-28-ms", rows, "boundaries28"));
        report.figure(millis("statistics-boundaries-56-ms", rows, "boundaries56"));
        report.figure(new Figure("statistics-scorecard-first-ms", first, "ms"));
        report.note("every default of the product on each of the 150 comparisons, inputs are sufficient statistics; "
                + ScorecardInput.draw().schedules()
                + " schedules of looks differ: success metrics have their own, the others that of their window");
        report.note("CPU of the one measuring thread, code compiled, median of " + options.number("forks") + " x "
                + options.number("iterations") + " iterations of 1 s; bytes: Java heap");
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    /** Classes are loaded and nothing is compiled; the draw is not in it. */
    private static double firstMillis() {
        ScorecardInput input = ScorecardInput.draw();
        long start = CpuTime.ofThread();
        Scorecard card = Scorecard.of(input, DayBoundaries.cold());
        double millis = (CpuTime.ofThread() - start) / NANOS_PER_MILLI;
        if (card.lines().isEmpty()) {
            throw new IllegalStateException("scorecard: empty (expected: a line for each metric and treatment)");
        }
        return millis;
    }

    private static void judged(Report report, String what, String name, Map<String, Measured> rows, String figure) {
        report.judged(what, millis(figure + "-ms", rows, name), Target.atMost(20, "<= 20 ms"));
        Measured measured = of(rows, name);
        report.row("its allocation", kib(measured), "");
        report.figure(new Figure(figure + "-alloc", measured.bytes() / BYTES_PER_KIB, "KiB"));
    }

    private static void row(Report report, String what, Map<String, Measured> rows, String name) {
        report.row(what, millis("", rows, name).readable() + ", " + kib(of(rows, name)), "");
    }

    private static String kib(Measured measured) {
        return String.format(Locale.ROOT, "%,.0f KiB", measured.bytes() / BYTES_PER_KIB);
    }

    private static Figure millis(String figure, Map<String, Measured> rows, String name) {
        return new Figure(figure, of(rows, name).cpuNanos().median() / NANOS_PER_MILLI, "ms");
    }

    private static Measured of(Map<String, Measured> rows, String name) {
        Measured measured = rows.get(name);
        if (measured == null) {
            throw new IllegalStateException("row " + name + ": not measured (expected: one of " + rows.keySet() + ")");
        }
        return measured;
    }
}
