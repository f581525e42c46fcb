package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.TopicEnds;
import io.touchstone.benchmarks.process.WorkFolder;
import io.touchstone.benchmarks.scenario.Scenario;
import io.touchstone.benchmarks.scenario.ScenarioHistory;
import io.touchstone.benchmarks.scenario.ScenarioTraffic;
import io.touchstone.benchmarks.scenario.Traffic;
import io.touchstone.model.Topics;
import io.touchstone.pipeline.PipelineService;
import io.touchstone.pipeline.PipelineSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The whole pipeline on an embedded broker in the same JVM and a PostgreSQL beside it, over events that were all in the topic before; and, where
 * asked for, the bare topology over the same topic afterwards. Runs in a JVM of its own.
 */
public final class StreamsMeasurement {

    static final List<Option> OPTIONS = List.of(
            new Option("traffic", "session", "session or uniform"),
            new Option("pipeline", "yes", "no: the pipeline is not measured"),
            new Option("bare", "no", "yes: the bare topology is measured, over the same topic"),
            new Option("bare-settings", "tuned", "tuned: as the pipeline's; defaults: as Kafka Streams comes"),
            new Option(
                    "bare-cache",
                    "no",
                    "yes: with a cache in front of the bare store, which leaves fewer records to its changelog"),
            new Option("units", "100000", "units of the scenario; 1000000 for figures of record"),
            new Option("events", "1500000", "events behind the history"),
            new Option("bare-events", "4000000", "events for the bare topology, which uses them up sooner"),
            new Option("warmup", "60", "seconds of warm-up"),
            new Option("measure", "20", "seconds measured"),
            new Option("threads", "2", "stream threads"),
            new Option("commit-millis", "3000", "a commit every that many milliseconds"),
            new Option("flush-millis", "1000", "changes of cells are collected that long"),
            new Option("cache-mib", "0", "memory for caches of state stores; 0: 256 a million units"));

    private static final long CACHE_BYTES_A_UNIT = 256;
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration COMMITTED = Duration.ofMinutes(1);

    private final Options options;
    private final Scenario scenario;
    private final Servers servers;
    private final PipelineSettings settings;

    private StreamsMeasurement(Options options, Scenario scenario, Servers servers, WorkFolder folder) {
        this.options = options;
        this.scenario = scenario;
        this.servers = servers;
        this.settings = PipelineSettings.standalone(
                        servers.pipelineDatabase(), servers.bootstrapServers(), folder.resolve("state"))
                .withTopics(Servers.PARTITIONS, 1)
                .withThroughput(
                        options.number("threads"),
                        Duration.ofMillis(options.number("commit-millis")),
                        Duration.ofMillis(options.number("flush-millis")),
                        cacheBytes(options, scenario));
    }

    /** In proportion to the units: a small scenario would otherwise live in the cache, and the store would cost nothing. */
    static long cacheBytes(Options options, Scenario scenario) {
        long mib = options.number("cache-mib");
        return mib > 0 ? mib << 20 : Math.max(1, CACHE_BYTES_A_UNIT * scenario.units());
    }

    /** Loads, warms up, measures, answers. */
    public static void main(String[] arguments) throws Exception {
        Options options = new Options(OPTIONS, List.of(arguments));
        Scenario scenario = Scenario.of(options.number("units"));
        try (WorkFolder folder = WorkFolder.create();
                Servers servers = Servers.start(folder, scenario)) {
            new StreamsMeasurement(options, scenario, servers, folder).run();
        }
    }

    private void run() throws Exception {
        Traffic traffic = Traffic.of(options.text("traffic"));
        boolean pipeline = options.text("pipeline").equals("yes");
        if (pipeline) {
            tell("loading the history of " + scenario.units() + " units");
            EventLoader.load(servers.bootstrapServers(), new ScenarioHistory(scenario), Long.MAX_VALUE);
        }
        TopicEnds history = TopicEnds.of(servers.bootstrapServers(), Topics.EVENTS);
        tell("loading " + options.number("events") + " events of " + traffic.word() + " traffic");
        ScenarioTraffic events = new ScenarioTraffic(scenario, traffic);
        EventLoader.load(servers.bootstrapServers(), events, options.number("events"));
        if (pipeline) {
            pipeline(traffic, history, TopicEnds.of(servers.bootstrapServers(), Topics.EVENTS));
        }
        if (options.text("bare").equals("yes")) {
            tell("loading more events, " + options.number("bare-events") + " in all");
            EventLoader.load(
                    servers.bootstrapServers(), events, options.number("bare-events") - options.number("events"));
            bare(history, TopicEnds.of(servers.bootstrapServers(), Topics.EVENTS));
        }
    }

    private void pipeline(Traffic traffic, TopicEnds history, TopicEnds all) throws Exception {
        tell("pipeline: starting");
        try (PipelineService service = PipelineService.start(settings)) {
            awaitStart(service::isCounting);
            Window window = Window.measure(
                    servers.postgres(), seconds("warmup"), history.total(), seconds("measure"), all.total());
            window.answer(traffic.word());
            awaitCommitted(PipelineService.APPLICATION, Consumption.ofEvents());
            Window.await("rows in PostgreSQL", this::hasCellRows);
        }
        ChildJvm.answer(traffic.word() + "-rows", servers.cellRows());
        ChildJvm.answer(traffic.word() + "-dead-letters", servers.deadLetters());
    }

    private void bare(TopicEnds history, TopicEnds all) throws Exception {
        tell("bare topology: starting behind the history");
        startAt(history);
        boolean cached = options.text("bare-cache").equals("yes");
        try (KafkaStreams streams = new KafkaStreams(
                BareStreams.topology(cached),
                BareStreams.config(settings, options.text("bare-settings").equals("tuned")))) {
            streams.start();
            awaitStart(() -> streams.state() == KafkaStreams.State.RUNNING);
            Window window = Window.measure(
                    servers.postgres(), seconds("warmup"), 0, seconds("measure"), all.total() - history.total());
            window.answer("bare");
            awaitCommitted(BareStreams.APPLICATION, history.total() + Consumption.ofEvents());
        }
    }

    /** The history comes unit by unit, which is easy on a store; the bare topology gets the same events as ours is measured with. */
    private void startAt(TopicEnds ends) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = ends.offsets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        try (Admin admin = servers.admin()) {
            admin.alterConsumerGroupOffsets(BareStreams.APPLICATION, offsets)
                    .all()
                    .get();
        }
    }

    private static void awaitStart(java.util.function.BooleanSupplier running) {
        Window.await("start within " + START, running);
    }

    /** What was measured counts only if it was committed too. */
    private void awaitCommitted(String group, long taken) {
        long deadline = System.nanoTime() + COMMITTED.toNanos();
        try (Admin admin = servers.admin()) {
            Window.await("commit", () -> {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("committed offsets of " + group + ": behind " + taken
                            + " (expected: within " + COMMITTED + ")");
                }
                return committed(admin, group) >= taken;
            });
        }
    }

    private static long committed(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.EVENTS) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean hasCellRows() {
        try {
            return servers.cellRows() > 0;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration seconds(String option) {
        return Duration.ofSeconds(options.number(option));
    }

    private static void tell(String what) {
        System.out.println(what);
    }
}
