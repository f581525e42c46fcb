package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.Machine;
import io.touchstone.benchmarks.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code benchmarks/run pipeline}: each part in a JVM of its own. */
public final class PipelineRun {

    private static final List<String> PARTS = List.of("pure", "session", "uniform", "bare");
    private static final Set<String> OF_THE_PARTS = Set.of("traffic", "pipeline", "bare");

    private final Options options;
    private final Map<String, String> answers = new HashMap<>();
    private final Set<String> parts;

    private PipelineRun(Options options) {
        this.options = options;
        this.parts = new TreeSet<>(List.of(options.text("only").split(",")));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("--only: " + parts + " (expected: of " + PARTS + ")");
        }
    }

    /** Measures and reports. */
    public static Report run(List<String> arguments) throws InterruptedException {
        PipelineRun run = new PipelineRun(new Options(options(), arguments));
        String load = Machine.load();
        run.measure();
        Report report = run.report();
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    private static List<Option> options() {
        List<Option> all = new ArrayList<>(List.of(
                new Option("only", String.join(",", PARTS), "parts to measure; uniform and bare share a topic"),
                new Option("recordings", "", "folder for a flight recording of each part")));
        StreamsMeasurement.OPTIONS.stream()
                .filter(option -> !OF_THE_PARTS.contains(option.name()))
                .forEach(all::add);
        PureMeasurement.OPTIONS.stream()
                .filter(option -> all.stream().noneMatch(known -> known.name().equals(option.name())))
                .forEach(all::add);
        all.add(new Option("pure-units", "1000000", "units of the pure function's part"));
        all.add(new Option("pure-events", "1000000", "measured events of the pure function"));
        return all;
    }

    private void measure() throws InterruptedException {
        if (parts.contains("pure")) {
            child(
                    "pure",
                    PureMeasurement.class,
                    "6g",
                    given(
                            PureMeasurement.OPTIONS,
                            Map.of("units", options.text("pure-units"), "events", options.text("pure-events"))));
        }
        if (parts.contains("session")) {
            child(
                    "session",
                    StreamsMeasurement.class,
                    "2g",
                    given(StreamsMeasurement.OPTIONS, Map.of("traffic", "session")));
        }
        if (parts.contains("uniform") || parts.contains("bare")) {
            child(
                    "uniform",
                    StreamsMeasurement.class,
                    "2g",
                    given(
                            StreamsMeasurement.OPTIONS,
                            Map.of("traffic", "uniform", "pipeline", chosen("uniform"), "bare", chosen("bare"))));
        }
    }

    private String chosen(String part) {
        return parts.contains(part) ? "yes" : "no";
    }

    /** The options of a part: those set here, else as this run was given them. */
    private List<String> given(List<Option> ofPart, Map<String, String> set) {
        return ofPart.stream()
                .flatMap(option -> Stream.of(
                        "--" + option.name(),
                        set.getOrDefault(
                                option.name(),
                                OF_THE_PARTS.contains(option.name())
                                        ? option.fallback()
                                        : options.text(option.name()))))
                .toList();
    }

    private void child(String part, Class<?> main, String heap, List<String> arguments) throws InterruptedException {
        System.err.println("-- " + part);
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + heap, "-Xms" + heap));
        jvm.add("-Dtouchstone.benchmarks.work=" + System.getProperty("touchstone.benchmarks.work", "target/work"));
        String recordings = options.text("recordings");
        if (!recordings.isEmpty()) {
            jvm.add("-XX:StartFlightRecording=settings=profile,filename=" + recordings + "/" + part + ".jfr");
        }
        try (ChildJvm child = ChildJvm.start(main, jvm, arguments)) {
            answers.putAll(child.finish());
        }
    }

    private Report report() {
        Report report = new Report(String.format(
                Locale.ROOT,
                "pipeline: Scenario P, fixed seed; %,d units for the pure function, %,d for the rest",
                options.number("pure-units"),
                options.number("units")));
        if (parts.contains("pure")) {
            pure(report);
        }
        if (parts.contains("session")) {
            session(report);
        }
        if (parts.contains("uniform")) {
            uniform(report);
        }
        if (parts.contains("bare")) {
            bare(report);
        }
        if (options.number("units") != Scenario.UNITS && !parts.equals(Set.of("pure"))) {
            report.note(String.format(
                    Locale.ROOT,
                    "Scenario P has %,d units, here units, pace and caches are reduced alike: give --units %d for figures of record",
                    Scenario.UNITS,
                    Scenario.UNITS));
        }
        if (!parts.equals(Set.of("bare"))) {
            report.note(
                    "before the traffic each unit met 9 of 10 of its 4 experiments in the 6 days before: part of the warm-up");
        }
        if (!parts.equals(Set.of("pure"))) {
            report.note(
                    "CPU of the JVM that holds broker, streams and sink, compiler and collector included; all events were in the topic before");
            report.note("rates on the clock are of a machine that others use too; CPU is not");
            report.note(options.text("threads") + " stream threads, commit " + options.text("commit-millis")
                    + " ms, flush " + options.text("flush-millis") + " ms, " + caches());
        }
        return report;
    }

    private String caches() {
        return "caches " + (StreamsMeasurement.cacheBytes(options, Scenario.of(options.number("units"))) >> 20)
                + " MiB";
    }

    private void pure(Report report) {
        report.judged(
                "pure function, session traffic, CPU an event",
                new Figure("pipeline-pure-us", number("pure-session-us"), "us"),
                Target.atMost(2, "<= 2 us"));
        report.judged(
                "pure function, uniform traffic, CPU an event",
                new Figure("pipeline-pure-uniform-us", number("pure-uniform-us"), "us"),
                Target.atMost(2, "<= 2 us"));
        report.row(
                "   allocated an event; changes of cells an event",
                String.format(Locale.ROOT, "%.0f B; %.1f", number("pure-session-bytes"), number("pure-session-deltas")),
                "");
        report.figure(new Figure("pipeline-pure-bytes", number("pure-session-bytes"), "B"));
        report.note(String.format(
                Locale.ROOT,
                "pure: states of %,.0f units in a HashMap, CPU of the one thread; %.1f %% of the events were duplicates, %.0f neither"
                        + " counted nor duplicate (expected: about 1 %% and 0)",
                number("pure-uniform-units"),
                number("pure-session-duplicates"),
                number("pure-session-neither") + number("pure-uniform-neither")));
    }

    private void session(Report report) {
        report.judged(
                "pipeline, session, CPU an event",
                new Figure("pipeline-session-us", number("session-us"), "us"),
                Target.atMost(25, "<= 25 us"));
        report.judged(
                "pipeline, session, rate on the clock",
                new Figure("pipeline-session-rate", number("session-rate"), "events/s"),
                Target.atLeast(60_000, ">= 60,000 events/s"));
        besides(report, "session");
    }

    private void uniform(Report report) {
        report.row("pipeline, uniform, CPU an event", us("uniform-us"), "");
        report.figure(new Figure("pipeline-uniform-us", number("uniform-us"), "us"));
        report.figure(new Figure("pipeline-uniform-rate", number("uniform-rate"), "events/s"));
        besides(report, "uniform");
    }

    private void bare(Report report) {
        report.row("bare Kafka Streams over the uniform topic, CPU an event", us("bare-us"), "");
        if (parts.contains("uniform")) {
            report.judged(
                    "   uniform / bare",
                    new Figure("pipeline-uniform-vs-bare", number("uniform-us") / number("bare-us"), "x"),
                    Target.atMost(1, "<= 1 x"));
        }
        report.figure(new Figure("pipeline-bare-us", number("bare-us"), "us"));
        report.figure(new Figure("pipeline-bare-rate", number("bare-rate"), "events/s"));
        report.note(String.format(
                Locale.ROOT,
                "bare: RocksDB, changelog, exactly_once_v2, 300 bytes read and written an event, settings %s (tuned: as the pipeline's), cache before the store: %s;"
                        + " %,.0f events in %.0f s after %.0f s of warm-up",
                options.text("bare-settings"),
                options.text("bare-cache"),
                number("bare-events"),
                number("bare-seconds"),
                number("bare-warmup")));
    }

    /** What stands beside the figures of one traffic. */
    private void besides(Report report, String traffic) {
        report.row("   PostgreSQL beside it, " + traffic + ", CPU an event", us(traffic + "-postgres-us"), "");
        report.figure(new Figure("pipeline-" + traffic + "-postgres-us", number(traffic + "-postgres-us"), "us"));
        report.note(String.format(
                Locale.ROOT,
                "%s: %,.0f events in %.0f s after %.0f s of warm-up; committed; %,.0f rows in PostgreSQL, %.0f dead letters (expected: 0)",
                traffic,
                number(traffic + "-events"),
                number(traffic + "-seconds"),
                number(traffic + "-warmup"),
                number(traffic + "-rows"),
                number(traffic + "-dead-letters")));
    }

    private String us(String answer) {
        return String.format(Locale.ROOT, "%.3g us", number(answer));
    }

    private double number(String answer) {
        String value = answers.get(answer);
        if (value == null) {
            throw new IllegalStateException(
                    "answer " + answer + ": missing (expected: one of " + answers.keySet() + ")");
        }
        return Double.parseDouble(value);
    }
}
