package io.touchstone.pipeline;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.touchstone.pipeline.catalog.CatalogGate;
import io.touchstone.pipeline.catalog.CatalogReader;
import io.touchstone.pipeline.progress.PipelineMeters;
import io.touchstone.pipeline.progress.PipelineProgress;
import io.touchstone.pipeline.progress.ProgressWatch;
import io.touchstone.pipeline.sink.CellSink;
import io.touchstone.pipeline.stream.StreamTopology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline as a service: catalogs, streams and sink of one process. Several processes share the work by Kafka's groups.
 */
public final class PipelineService implements AutoCloseable {

    /** Names the state stores and internal topics; part of the stored format. */
    public static final String APPLICATION = "touchstone-pipeline";

    /** Group of the sinks. */
    public static final String SINK_GROUP = "touchstone-sink";

    /** After this without a sign of life a process is taken for dead and its partitions go to others. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(PipelineService.class);

    private final CatalogReader catalogs;
    private final KafkaStreams streams;
    private final CellSink sink;
    private final ProgressWatch watch;
    private final AtomicReference<@Nullable String> lastFailure;

    private PipelineService(
            CatalogReader catalogs,
            KafkaStreams streams,
            CellSink sink,
            ProgressWatch watch,
            AtomicReference<@Nullable String> lastFailure) {
        this.catalogs = catalogs;
        this.streams = streams;
        this.sink = sink;
        this.watch = watch;
        this.lastFailure = lastFailure;
    }

    /**
     * Creates topics that are missing and starts counting.
     *
     * @throws IllegalStateException if Kafka cannot be reached or a topic has another number of partitions
     */
    public static PipelineService start(PipelineSettings settings) throws InterruptedException {
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) settings.bootstrapServers()))) {
            TopicSetup.ensure(admin, settings.partitions(), settings.replication());
        }
        CatalogReader catalogs = new CatalogReader(settings.database());
        CatalogGate gate = new CatalogGate(catalogs, settings.catalogPatience());
        KafkaStreams streams = new KafkaStreams(
                StreamTopology.build(gate, settings.partitions(), settings.flushInterval()), streamsConfig(settings));
        AtomicReference<@Nullable String> lastFailure = new AtomicReference<>();
        streams.setUncaughtExceptionHandler(failure -> {
            lastFailure.set(rootOf(failure));
            LOG.warn("a stream thread failed and is replaced: {}", failure.toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        CellSink sink = new CellSink(new KafkaConsumer<>(sinkConfig(settings)), settings.database(), settings.sink());
        ProgressWatch watch = new ProgressWatch(
                settings.bootstrapServers(), APPLICATION, settings.partitions(), settings.database(), settings.watch());
        return new PipelineService(catalogs, streams, sink, watch, lastFailure);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** Whether every stream thread counts: false while starting, rebalancing or restoring state. */
    public boolean isCounting() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** How the counting is, with reasons where something is wrong. */
    public PipelineHealth health() {
        PipelineProgress progress = watch.progress();
        KafkaStreams.State state = streams.state();
        if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR) {
            progress = progress.withFault("counting has given up: start the process again");
        }
        return PipelineHealth.of(isCounting(), progress, causes());
    }

    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        String stream = lastFailure.get();
        if (stream != null) {
            causes.add("a stream thread failed last with " + stream);
        }
        sink.failure().ifPresent(failure -> causes.add("rows could not be written last: " + failure));
        return causes;
    }

    /** Lag, age and standstill as {@code touchstone.*}. */
    public MeterBinder meters() {
        return new PipelineMeters(watch::progress, InstantSource.system());
    }

    private static Properties streamsConfig(PipelineSettings settings) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        // A record may wait a minute for its catalog; the group must not think the thread dead meanwhile.
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                settings.catalogPatience().plus(Duration.ofMinutes(4)).toMillis());
        return config;
    }

    private static Map<String, Object> sinkConfig(PipelineSettings settings) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, SINK_GROUP);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return config;
    }

    @Override
    public void close() {
        // Leaving the group at once lets the others, or this process after a restart, go on without waiting for a
        // time-out.
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(20)));
        sink.close();
        watch.close();
        catalogs.close();
    }
}
