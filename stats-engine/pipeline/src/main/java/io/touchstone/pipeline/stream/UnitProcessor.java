package io.touchstone.pipeline.stream;

import io.touchstone.model.cell.CellDelta;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.pipeline.catalog.CatalogGate;
import io.touchstone.pipeline.progress.EventPosition;
import io.touchstone.pipeline.progress.MarkKey;
import io.touchstone.pipeline.unit.CompiledCatalog;
import io.touchstone.pipeline.unit.HeadCodec;
import io.touchstone.pipeline.unit.RecentCodec;
import io.touchstone.pipeline.unit.Transition;
import io.touchstone.pipeline.unit.UnitFunction;
import io.touchstone.pipeline.unit.UnitState;
import io.touchstone.pipeline.unit.UnitStates;
import io.touchstone.pipeline.unit.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Runs the per-unit function over the events of its partitions and collects the changes of cells.
 *
 * <p>Changes of one cell are added up in a store of their own and sent on twice a second: a hot cell would otherwise be sent once an
 * event. The store is part of the transaction, so a change is either sent or still in it.
 */
final class UnitProcessor implements Processor<byte[], byte[], Bytes, UnitOutput> {

    private final CatalogGate gate;
    private final Duration flushInterval;
    private final UnitFunction function = new UnitFunction();
    private ProcessorContext<Bytes, UnitOutput> context;
    private KeyValueStore<Bytes, byte[]> heads;
    private KeyValueStore<Bytes, byte[]> recents;
    private KeyValueStore<Bytes, byte[]> buffer;
    private CellStore changes;
    private Bytes markKey;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    UnitProcessor(CatalogGate gate, Duration flushInterval) {
        this.gate = gate;
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<Bytes, UnitOutput> streams) {
        context = streams;
        heads = streams.getStateStore(StreamTopology.HEADS);
        recents = streams.getStateStore(StreamTopology.RECENTS);
        buffer = streams.getStateStore(StreamTopology.CHANGES);
        changes = new CellStore(buffer);
        markKey = Bytes.wrap(MarkKey.of(streams.taskId().partition()));
        streams.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        take(record);
        buffer.put(markKey, position().encode());
    }

    /**
     * Behind the record at hand. It is kept with the changes, so that a mark that was not sent before a stop is sent after it; a data
     * plane whose clock is ahead must not promise what it has not received yet.
     */
    private EventPosition position() {
        long next = context.recordMetadata().map(RecordMetadata::offset).orElse(-1L) + 1;
        return new EventPosition(
                next, Math.clamp(context.currentStreamTimeMs(), 0, Math.max(0, context.currentSystemTimeMs())));
    }

    private void take(Record<byte[], byte[]> record) {
        TopicKey key;
        TopicRecord event;
        try {
            key = TopicKey.decode(record.key());
            event = TopicRecordCodec.decode(record.value());
        } catch (BrokenFormatException | NullPointerException e) {
            dead(record, "record_broken");
            return;
        }
        Optional<CompiledCatalog> catalog = gate.await(key.environment(), event.config(), event.received());
        if (catalog.isEmpty()) {
            dead(record, "config_unknown");
            return;
        }
        count(record, key, event, catalog.get());
    }

    private void count(Record<byte[], byte[]> record, TopicKey key, TopicRecord event, CompiledCatalog catalog) {
        Bytes unit = Bytes.wrap(record.key());
        UnitState before = UnitStates.decode(heads.get(unit), recents.get(unit));
        Transition transition = function.apply(key, event, before, catalog);
        if (transition.verdict().isDead()) {
            dead(record, code(transition.verdict()));
            return;
        }
        UnitState after = transition.state();
        if (!after.sharesHead(before)) {
            heads.put(unit, HeadCodec.encode(after));
        }
        if (!after.sharesRecent(before)) {
            recents.put(unit, RecentCodec.encode(after));
        }
        for (CellDelta delta : transition.deltas()) {
            changes.add(CellKeyCodec.encode(delta), delta.change());
        }
    }

    private static String code(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private void dead(Record<byte[], byte[]> record, String reason) {
        Bytes key = Bytes.wrap(record.key() == null ? new byte[0] : record.key());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        context.forward(new Record<>(key, new UnitOutput.Dead(value, reason), record.timestamp()));
    }

    private void flush() {
        List<KeyValue<Bytes, byte[]>> collected = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = buffer.all()) {
            all.forEachRemaining(collected::add);
        }
        long countedThrough = Math.max(0, context.currentStreamTimeMs());
        for (KeyValue<Bytes, byte[]> change : collected) {
            if (!change.key.equals(markKey)) {
                context.forward(new Record<>(change.key, new UnitOutput.Delta(change.value), countedThrough));
                buffer.delete(change.key);
            }
        }
        byte[] mark = buffer.get(markKey);
        if (mark != null) {
            // Last: an owner that has read it has read every change before it.
            context.forward(new Record<>(markKey, new UnitOutput.Mark(mark), countedThrough));
            buffer.delete(markKey);
        }
    }
}
