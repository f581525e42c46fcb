package io.touchstone.pipeline.stream;

import io.touchstone.model.Topics;
import io.touchstone.pipeline.catalog.CatalogGate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Events in, rows out: {@code events → unit → (changes by row) → owner → cells}, dead letters aside. Behind the changes and behind the rows
 * follow marks that say which events they hold. Names of stores and internal topics are part of the stored format.
 */
public final class StreamTopology {

    static final String HEADS = "unit-heads";
    static final String RECENTS = "unit-recents";
    static final String CHANGES = "cell-changes";
    static final String CELLS = "cells";
    static final String CHANGED_ROWS = "changed-rows";

    private StreamTopology() {}

    /**
     * Builds the topology.
     *
     * @param gate where records wait for their catalog
     * @param partitions number of partitions of the events topic, and of everything behind it
     * @param flushInterval how long changes are collected in each of the two steps
     */
    public static Topology build(CatalogGate gate, int partitions, Duration flushInterval) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(persistent(HEADS));
        builder.addStateStore(persistent(RECENTS));
        builder.addStateStore(inMemory(CHANGES));
        builder.addStateStore(persistent(CELLS));
        builder.addStateStore(inMemory(CHANGED_ROWS));
        Map<String, KStream<Bytes, UnitOutput>> outputs = builder.stream(
                        Topics.EVENTS,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("events"))
                .process(() -> new UnitProcessor(gate, flushInterval), Named.as("unit"), HEADS, RECENTS, CHANGES)
                .split(Named.as("unit-"))
                .branch((key, output) -> output instanceof UnitOutput.Dead, Branched.as("dead"))
                .defaultBranch(Branched.as("changes"));
        deadLetters(stream(outputs, "unit-dead"));
        rows(stream(outputs, "unit-changes"), partitions, flushInterval);
        return builder.build();
    }

    private static KStream<Bytes, UnitOutput> stream(Map<String, KStream<Bytes, UnitOutput>> outputs, String name) {
        KStream<Bytes, UnitOutput> stream = outputs.get(name);
        if (stream == null) {
            throw new IllegalStateException("branch: " + name + " (expected: one of " + outputs.keySet() + ")");
        }
        return stream;
    }

    private static void deadLetters(KStream<Bytes, UnitOutput> dead) {
        dead.processValues(AddReason::new, Named.as("dead-letter-reason"))
                .to(
                        Topics.DEAD_LETTERS,
                        Produced.with(Serdes.Bytes(), Serdes.ByteArray()).withName("dead-letters"));
    }

    private static void rows(KStream<Bytes, UnitOutput> changes, int partitions, Duration flushInterval) {
        changes.mapValues(StreamTopology::bytes, Named.as("change-bytes"))
                .repartition(Repartitioned.with(Serdes.Bytes(), Serdes.ByteArray())
                        .withName("cell-changes")
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(new RowPartition.OfChanges(partitions)))
                .process(() -> new OwnerProcessor(flushInterval), Named.as("owner"), CELLS, CHANGED_ROWS)
                .to(
                        Topics.CELLS,
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withStreamPartitioner(new RowPartition.OfRows())
                                .withName("rows"));
    }

    private static byte[] bytes(UnitOutput output) {
        return switch (output) {
            case UnitOutput.Delta(byte[] sums) -> sums;
            case UnitOutput.Mark(byte[] position) -> position;
            case UnitOutput.Dead dead ->
                throw new IllegalStateException(
                        "dead letter " + dead.reason() + " among the changes (expected: in its own branch)");
        };
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> persistent(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> inMemory(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** Puts the reason into the header of a dead letter. */
    private static final class AddReason extends ContextualFixedKeyProcessor<Bytes, UnitOutput, byte[]> {
        @Override
        public void process(FixedKeyRecord<Bytes, UnitOutput> record) {
            UnitOutput.Dead dead = (UnitOutput.Dead) record.value();
            var letter = record.withValue(dead.record());
            letter.headers().add(Topics.REASON_HEADER, dead.reason().getBytes(StandardCharsets.UTF_8));
            context().forward(letter);
        }
    }
}
