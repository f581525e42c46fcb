package io.touchstone.benchmarks.peers;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.measure.JmhRun;
import io.touchstone.benchmarks.measure.Measured;
import io.touchstone.benchmarks.process.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code benchmarks/run peers}. */
public final class PeersRun {
    private static final List<Option> OPTIONS = List.of(
            new Option("forks", "2", "JVMs a row is measured in, one after the other"),
            new Option("warmup", "10", "iterations of 1 s before measuring; the larger SDKs compile for long"),
            new Option("iterations", "5", "measured iterations of 1 s"));

    private PeersRun() {}

    /** Checks, measures, prints; exits with 2 for wrong arguments. */
    public static void main(String[] arguments) throws Exception {
        try {
            run(new Options(OPTIONS, Arrays.asList(arguments))).print(System.out);
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(2);
        }
        System.exit(0); // some SDKs leave threads behind
    }

    private static Report run(Options options) throws Exception {
        String load = Machine.load();
        Report report = new Report("peers: one experiment 50/50, country in [4] and age >= 18; building the user included");
        StringBuilder shares = new StringBuilder();
        for (Contestant contestant : Contestant.values()) {
            shares.append(shares.isEmpty() ? "" : ", ")
                    .append(contestant.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(Agreement.check(contestant).readableShare());
        }
        Map<String, Measured> rows = JmhRun.rows(PeersBenchmark.class, options);
        figures(report, rows);
        report.note(String.format(
                Locale.ROOT,
                "each was first asked about %,d users and targeted exactly those it should; share of the control: %s",
                Agreement.USERS,
                shares));
        report.note("CPU: of the measuring thread, median of " + options.number("forks") + " x "
                + options.number("iterations") + " iterations of 1 s (least-most), after " + options.number("warmup")
                + " s of warm-up; bytes: Java heap");
        report.note("events are off everywhere: what is compared is the decision, not the delivery");
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    private static void figures(Report report, Map<String, Measured> rows) {
        double limit = cpu(rows, Contestant.LIMIT);
        double ours = cpu(rows, Contestant.TOUCHSTONE);
        double fastest = Double.POSITIVE_INFINITY;
        for (Contestant contestant : Contestant.values()) {
            Measured measured = of(rows, contestant);
            double cpu = measured.cpuNanos().median();
            report.row(
                    contestant.title(),
                    measured.readable(),
                    String.format(Locale.ROOT, "%.1f x limit, %.1f x ours", cpu / limit, cpu / ours));
            report.figure(new Figure(
                    "peers-" + contestant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-cpu", cpu, "ns"));
            fastest = contestant.isPeer() ? Math.min(fastest, cpu) : fastest;
        }
        report.judged(
                "fastest peer / ours",
                new Figure("evaluate-vs-fastest-peer", fastest / ours, "x"),
                Target.atLeast(5, ">= 5 x"));
        report.judged("ours / limit", new Figure("peers-ours-vs-limit", ours / limit, "x"), Target.atMost(2, "<= 2 x"));
    }

    private static double cpu(Map<String, Measured> rows, Contestant contestant) {
        return of(rows, contestant).cpuNanos().median();
    }

    private static Measured of(Map<String, Measured> rows, Contestant contestant) {
        return Objects.requireNonNull(rows.get(contestant.name()), contestant.name());
    }
}
