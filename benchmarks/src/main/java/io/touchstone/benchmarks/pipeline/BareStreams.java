package io.touchstone.benchmarks.pipeline;

import io.touchstone.model.Topics;
import io.touchstone.pipeline.PipelineSettings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What Kafka Streams itself costs: for each event one value of 300 bytes is read from RocksDB, changed and written, with changelog and
 * exactly-once. No parsing, nothing counted, nothing sent on.
 */
final class BareStreams {

    static final String APPLICATION = "benchmark-bare";

    private static final String STORE = "values";
    private static final int VALUE_BYTES = 300;

    private BareStreams() {}

    static Topology topology(boolean cached) {
        var store = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray());
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(cached ? store.withCachingEnabled() : store.withCachingDisabled());
        builder.stream(Topics.EVENTS, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(ReadChangeWrite::new, STORE);
        return builder.build();
    }

    /**
     * The settings.
     *
     * @param tuned as the pipeline is set up: threads, commits, compression and batches; otherwise as Kafka Streams comes, but for threads and
     *     exactly-once
     */
    static Properties config(PipelineSettings settings, boolean tuned) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        if (tuned) {
            tune(config, settings);
        }
        return config;
    }

    private static void tune(Properties config, PipelineSettings settings) {
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
    }

    private static final class ReadChangeWrite extends ContextualProcessor<byte[], byte[], Void, Void> {
        @Override
        public void process(Record<byte[], byte[]> record) {
            KeyValueStore<byte[], byte[]> store = context().getStateStore(STORE);
            byte[] known = store.get(record.key());
            byte[] value = known == null ? fresh(record.key()) : known.clone();
            ByteBuffer.wrap(value)
                    .putLong(0, ByteBuffer.wrap(value).getLong(0) + 1)
                    .putLong(Long.BYTES, record.timestamp());
            store.put(record.key(), value);
        }

        /** Filled from the key, so that no compressor finds 300 equal bytes. */
        private static byte[] fresh(byte[] key) {
            byte[] value = new byte[VALUE_BYTES];
            new java.util.SplittableRandom(Arrays.hashCode(key)).nextBytes(value);
            return value;
        }
    }
}
