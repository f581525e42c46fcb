package io.touchstone.benchmarks.ingest;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Sample;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.CpuTime;
import io.touchstone.benchmarks.process.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code benchmarks/run ingest}: the load comes from this JVM; what is measured is the CPU of the other one, which holds data plane and broker, and
 * in turn producer and broker.
 */
public final class IngestRun {

    /** Different events that are sent. */
    static final int EVENTS = 20_000;

    private static final List<Option> OPTIONS = List.of(
            new Option("connections", "8", "HTTP connections"),
            new Option("batch", "500", "events of a batch; divides 20000"),
            new Option("warmup", "30", "seconds of HTTP load before measuring"),
            new Option("rounds", "3", "rounds of raw producer and HTTP load, in turn"),
            new Option("seconds", "10", "seconds of each"));

    private final Options options;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> micros = new ArrayList<>();
    private final List<Double> rawRates = new ArrayList<>();
    private final List<Double> rawMicros = new ArrayList<>();
    private final List<Double> clientMicros = new ArrayList<>();
    private long accepted;
    private long refused;

    private IngestRun(Options options) {
        this.options = options;
    }

    /** Measures and reports. */
    public static Report run(List<String> arguments) throws InterruptedException {
        IngestRun run = new IngestRun(new Options(OPTIONS, arguments));
        String load = Machine.load();
        int checked = run.measure();
        Report report = run.report(checked);
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    private int measure() throws InterruptedException {
        // A minute back: never in the future, whatever the clocks of a machine under load do.
        long time = System.currentTimeMillis() - 60_000;
        List<String> jvm = List.of(
                "-Xmx1g",
                "-Xms1g",
                "-Dtouchstone.benchmarks.work=" + System.getProperty("touchstone.benchmarks.work", "target/work"));
        try (ChildJvm server = ChildJvm.start(IngestServer.class, jvm, List.of())) {
            int port = Integer.parseInt(server.await("port"));
            int checked;
            try (Load load = new Load(port, options.number("connections"), options.number("batch"), time)) {
                load.sendAllOnce();
                server.tell("check " + time);
                checked = Integer.parseInt(server.await("checked"));
                System.err.println("-- warm-up");
                Load.Done warmUp = load.run(options.number("warmup"));
                accepted = checked + warmUp.events();
                refused = warmUp.refused();
                raw(server, time);
                forget();
                for (int round = 0; round < options.number("rounds"); round++) {
                    System.err.println("-- round " + (round + 1));
                    raw(server, time);
                    http(server, load);
                }
            }
            requireWritten(server);
            server.tell("quit");
            server.finish();
            return checked;
        }
    }

    /** Accepted means written: no event may be missing. Batches that were refused can have been written in part. */
    private void requireWritten(ChildJvm server) {
        server.tell("written");
        long written = Long.parseLong(server.await("written"));
        if (written < accepted || (refused == 0 && written != accepted)) {
            throw new IllegalStateException(
                    "events in the topic: " + written + " (expected: " + accepted + ", all accepted)");
        }
    }

    private void raw(ChildJvm server, long time) {
        server.tell("raw " + options.number("seconds") + " " + time);
        rawMicros.add(Double.parseDouble(server.await("raw-us")));
        rawRates.add(Double.parseDouble(server.await("raw-rate")));
    }

    private void http(ChildJvm server, Load load) throws InterruptedException {
        long client = CpuTime.ofProcess();
        long before = cpuOf(server);
        Load.Done done = load.run(options.number("seconds"));
        long used = cpuOf(server) - before;
        if (done.events() == 0) {
            throw new IllegalStateException("batches: all " + done.refused() + " refused (expected: accepted)");
        }
        micros.add(used / 1_000.0 / done.events());
        rates.add(done.events() / done.seconds());
        clientMicros.add((CpuTime.ofProcess() - client) / 1_000.0 / done.events());
        refused += done.refused();
        accepted += done.events();
    }

    private static long cpuOf(ChildJvm server) {
        return server.handle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("CPU of a process: not told (expected: by this system)"))
                .toNanos();
    }

    /** What was measured in warm-up. */
    private void forget() {
        rawMicros.clear();
        rawRates.clear();
    }

    private Report report(int checked) {
        Report report = new Report(String.format(
                Locale.ROOT,
                "ingest: POST /api/v1/events, acknowledged, one identity, %d-byte events, batches of %d, %d connections",
                IngestEvents.JSON_BYTES,
                options.number("batch"),
                options.number("connections")));
        double cpu = median(micros);
        double rawCpu = median(rawMicros);
        report.judged(
                "ingestion, rate on the clock",
                new Figure("ingest-rate", median(rates), "events/s"),
                Target.atLeast(50_000, ">= 50,000 events/s"));
        report.row("raw producer of the same records, rate on the clock", rate(median(rawRates)), "");
        report.row("ingestion, CPU an event", us(cpu), "");
        report.row("raw producer, CPU an event", us(rawCpu), "");
        report.judged(
                "   ingestion / raw producer",
                new Figure("ingest-cpu-vs-raw", cpu / rawCpu, "x"),
                Target.atMost(3, "<= 3 x"));
        report.figure(new Figure("ingest-cpu-us", cpu, "us"));
        report.figure(new Figure("ingest-raw-cpu-us", rawCpu, "us"));
        report.figure(new Figure("ingest-raw-rate", median(rawRates), "events/s"));
        report.note(String.format(
                Locale.ROOT,
                "medians of %d rounds of %d s each; CPU of the JVM that holds the broker and data plane or producer; the client's is apart (%.1f us an event)",
                options.number("rounds"),
                options.number("seconds"),
                median(clientMicros)));
        report.note(String.format(
                Locale.ROOT,
                "%,d records of the data plane were compared with the raw producer's: same bytes; all %,d accepted events are in the topic; %d batches refused with"
                        + " 429 or 503",
                checked,
                accepted,
                refused));
        report.note(
                "client, data plane and broker share the cores, and others use the machine: the rate is a lower bound, CPU is not");
        return report;
    }

    private static double median(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
    }

    private static String us(double micros) {
        return String.format(Locale.ROOT, "%.3g us", micros);
    }

    private static String rate(double events) {
        return String.format(Locale.ROOT, "%,.0f events/s", events);
    }
}
