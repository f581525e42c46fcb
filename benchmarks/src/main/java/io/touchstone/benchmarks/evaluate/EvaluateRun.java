package io.touchstone.benchmarks.evaluate;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.measure.JmhRun;
import io.touchstone.benchmarks.measure.Measured;
import io.touchstone.benchmarks.process.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** {@code benchmarks/run evaluate}. */
public final class EvaluateRun {

    private static final List<Option> OPTIONS = List.of(
            new Option("forks", "2", "JVMs a row is measured in, one after the other"),
            new Option("warmup", "6", "iterations of 1 s before measuring"),
            new Option("iterations", "5", "measured iterations of 1 s"));

    private EvaluateRun() {}

    /** Checks, measures, reports. */
    public static Report run(List<String> arguments) throws RunnerException {
        Options options = new Options(OPTIONS, arguments);
        String load = Machine.load();
        Agreement agreement = Agreement.check(1);
        Agreement.check(EvaluationBenchmark.MANY);
        Map<String, Measured> rows = JmhRun.rows(EvaluationBenchmark.class, options);
        Report report = new Report("evaluate: one experiment 50/50, country in [4] and age >= 18, in process");
        rows(report, rows);
        figures(report, rows);
        client(report, JmhRun.rows(ClientBenchmark.class, options), cpu(rows, "limit"));
        DatafileRows.add(report, OPTIONS);
        report.note(String.format(
                Locale.ROOT,
                "evaluator and hand-written limit agree on %,d users with 16-character ids: %,d targeted, %.2f %% of them control",
                agreement.users(),
                agreement.targeted(),
                100.0 * agreement.control() / agreement.targeted()));
        report.note("CPU: of the measuring thread, median of " + options.number("forks") + " x "
                + options.number("iterations") + " iterations of 1 s (least-most); bytes: Java heap");
        report.note(
                "limit: HashMap look-up, 2 predicates, murmur3, bucket compare, no allocation; the other SDKs are measured by"
                        + " benchmarks/run peers");
        report.note(
                "full: Units.user(id), Attributes.builder().put(\"country\", ...).put(\"age\", ...).build(), evaluate;"
                        + " whole numbers of -128 to 1,023 need no object of their own, another number takes 24 B more");
        report.note(
                "client: decide(flag, id, attributes).asString(...) with the system clock, exposures recorded; 5,000"
                        + " users, so that each exposure but the first is known");
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    private static void rows(Report report, Map<String, Measured> rows) {
        row(report, rows, "limit, hand-written", "limit");
        row(report, rows, "limit with the slots of a layer (2 hashes)", "limitInSlots");
        row(report, rows, "full: build units and attributes, decide", "full");
        row(report, rows, "decision, units and attributes given", "decision");
        row(report, rows, "decision, 10,000 live experiments", "decisionAmongMany");
        row(report, rows, "decision, any of 10,000 flags", "anyOfMany");
    }

    private static void client(Report report, Map<String, Measured> rows, double limit) {
        row(report, rows, "client: build attributes, decide, not used", "decideOnly");
        row(report, rows, "client: the same and use it, exposure known", "use");
        report.figure(ratio("evaluate-client-vs-limit", cpu(rows, "use"), limit));
        report.figure(new Figure("evaluate-client-cpu", cpu(rows, "use"), "ns"));
        report.figure(bytes("evaluate-client-bytes", rows, "use"));
    }

    private static void row(Report report, Map<String, Measured> rows, String what, String name) {
        report.row(what, of(rows, name).readable(), "");
    }

    private static void figures(Report report, Map<String, Measured> rows) {
        double limit = cpu(rows, "limit");
        report.judged("full / limit", ratio("evaluate-vs-limit", cpu(rows, "full"), limit), Target.atMost(2, "<= 2 x"));
        report.judged("full, allocated", bytes("evaluate-full-bytes", rows, "full"), Target.atMost(64, "<= 64 B"));
        report.row("decision / limit", ratio("", cpu(rows, "decision"), limit).readable(), "");
        report.figure(ratio("evaluate-decision-vs-limit", cpu(rows, "decision"), limit));
        report.judged(
                "decision, allocated", bytes("evaluate-decision-bytes", rows, "decision"), Target.atMost(0, "0 B"));
        report.judged(
                "decision, 10,000 experiments / 1",
                ratio("evaluate-10000-vs-1", cpu(rows, "decisionAmongMany"), cpu(rows, "decision")),
                new Target(0.8, 1.2, "1 x +-20 %"));
        report.figure(ratio("evaluate-any-of-10000-vs-1", cpu(rows, "anyOfMany"), cpu(rows, "decision")));
        report.figure(new Figure("evaluate-limit-cpu", limit, "ns"));
        report.figure(new Figure("evaluate-full-cpu", cpu(rows, "full"), "ns"));
    }

    /** Whole bytes: the thousandths are JMH's own, spread over the calls. */
    private static Figure bytes(String name, Map<String, Measured> rows, String row) {
        return new Figure(name, Math.rint(of(rows, row).bytes()), "B");
    }

    private static Figure ratio(String name, double value, double reference) {
        return new Figure(name, value / reference, "x");
    }

    private static double cpu(Map<String, Measured> rows, String name) {
        return of(rows, name).cpuNanos().median();
    }

    private static Measured of(Map<String, Measured> rows, String name) {
        Measured measured = rows.get(name);
        if (measured == null) {
            throw new IllegalStateException("row " + name + ": not measured (expected: one of " + rows.keySet() + ")");
        }
        return measured;
    }
}
