package io.touchstone.benchmarks.publish;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.process.Machine;
import io.touchstone.client.ClientStatus.State;
import io.touchstone.client.TouchstoneClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** {@code benchmarks/run publish}: the launcher script starts the Touchstone that is measured. */
public final class PublishRun {
    private static final List<Option> OPTIONS = List.of(
            new Option("url", "http://127.0.0.1:8080", "where Touchstone answers"),
            new Option("token", "", "file with an operator's token"),
            new Option("publications", "100", "measured, after a tenth as many to warm up"),
            new Option("clients", "10", "SDK clients that wait for each"));

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = 100_000;

    /** Publications do not come in a row: a pause between two, in which connections and processors go to rest. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private PublishRun() {}

    /** Measures, reports. */
    public static Report run(List<String> arguments) throws IOException, InterruptedException {
        Options options = new Options(OPTIONS, arguments);
        URI server = URI.create(options.text("url"));
        String token = Files.readString(Path.of(options.text("token"))).strip();
        int publications = options.number("publications");
        List<TouchstoneClient> clients = new ArrayList<>();
        try (Operator operator = new Operator(server, token)) {
            operator.createFlag();
            String key = operator.createKey();
            for (int i = 0; i < options.number("clients"); i++) {
                clients.add(TouchstoneClient.builder()
                        .baseUri(server)
                        .apiKey(key)
                        .initLimit(Duration.ZERO)
                        .build());
            }
            await("the streams", () -> clients.stream().allMatch(PublishRun::isStreaming));
            String load = Machine.load();
            Latencies latencies = measure(operator, clients, publications);
            Report report = report(latencies, publications, clients.size());
            report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
            return report;
        } finally {
            clients.forEach(TouchstoneClient::close);
        }
    }

    /** Milliseconds, sorted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Latencies(double[] fromCall, double[] fromAnswer) {}

    private static Latencies measure(Operator operator, List<TouchstoneClient> clients, int publications)
            throws IOException, InterruptedException {
        int warmUp = publications / 10;
        double[] fromCall = new double[publications * clients.size()];
        double[] fromAnswer = new double[fromCall.length];
        for (int i = 1; i <= warmUp + publications; i++) {
            long value = i;
            long call = System.nanoTime();
            long[] seen = new long[clients.size()];
            Thread watch = Thread.ofPlatform().daemon().start(() -> awaitValue(clients, value, seen));
            operator.publish(value);
            long answer = System.nanoTime();
            watch.join();
            for (int c = 0; c < seen.length && i > warmUp; c++) {
                int place = (i - warmUp - 1) * seen.length + c;
                fromCall[place] = (seen[c] - call) / 1e6;
                fromAnswer[place] = Math.max(0, seen[c] - answer) / 1e6;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Latencies(sorted(fromCall), sorted(fromAnswer));
    }

    private static void awaitValue(List<TouchstoneClient> clients, long value, long[] seen) {
        await("publication " + value + " at every client", () -> {
            boolean all = true;
            for (int c = 0; c < seen.length; c++) {
                if (seen[c] == 0 && clients.get(c).decide(Operator.FLAG, "u").asLong(0) == value) {
                    seen[c] = System.nanoTime();
                }
                all &= seen[c] != 0;
            }
            return all;
        });
    }

    private static boolean isStreaming(TouchstoneClient client) {
        return client.status().state() == State.READY && client.status().streaming();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(what + ": not within " + LONGEST + " (expected: sooner)");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Report report(Latencies latencies, int publications, int clients) {
        Report report = new Report("publish: from the operator's change of a flag to the SDK's decision");
        report.judged(
                "from the operator's call, p99",
                new Figure("publish-to-evaluator-p99", percentile(latencies.fromCall, 0.99), "ms"),
                Target.atMost(500, "<= 500 ms"));
        row(report, "from the operator's call", latencies.fromCall);
        row(report, "from the control plane's answer", latencies.fromAnswer);
        report.figure(new Figure("publish-to-evaluator-p50", percentile(latencies.fromCall, 0.5), "ms"));
        report.figure(new Figure("publish-to-evaluator-max", percentile(latencies.fromCall, 1), "ms"));
        report.figure(new Figure("publish-answer-to-evaluator-p99", percentile(latencies.fromAnswer, 0.99), "ms"));
        report.note(publications + " publications, " + clients + " clients that each hold a stream: "
                + publications * clients + " measurements; one standalone Touchstone, HTTP on the loopback");
        report.note(
                "the operator's call is a PUT of the flag's setting; it includes the control plane's own transaction");
        return report;
    }

    private static void row(Report report, String what, double[] sorted) {
        report.row(
                what + ", p50 / p90 / p99 / most",
                String.format(
                        Locale.ROOT,
                        "%.1f / %.1f / %.1f / %.1f ms",
                        percentile(sorted, 0.5),
                        percentile(sorted, 0.9),
                        percentile(sorted, 0.99),
                        percentile(sorted, 1)),
                "");
    }

    /** The smallest value that is not below that share of all. */
    private static double percentile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }
}
