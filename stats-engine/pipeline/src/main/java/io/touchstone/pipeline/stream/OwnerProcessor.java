package io.touchstone.pipeline.stream;

import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.pipeline.progress.CountedEvents;
import io.touchstone.pipeline.progress.EventPosition;
import io.touchstone.pipeline.progress.MarkKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The one owner of every row: adds changes to its cells and sends the whole row, in absolute numbers, after they settled.
 * Rows to send are remembered in a store, so that a restart forgets none.
 *
 * <p>Behind them goes a mark: the events that the owner's rows hold. It is the newest mark of every task before it, each of which
 * came behind that task's changes.
 */
final class OwnerProcessor implements Processor<Bytes, byte[], byte[], byte[]> {

    private static final byte[] MARK = {1};

    private final Duration flushInterval;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, byte[]> cells;
    private KeyValueStore<Bytes, byte[]> changed;
    private CellStore sums;
    private byte[] markKey;
    private boolean markDue;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    OwnerProcessor(Duration flushInterval) {
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> streams) {
        context = streams;
        cells = streams.getStateStore(StreamTopology.CELLS);
        changed = streams.getStateStore(StreamTopology.CHANGED_ROWS);
        sums = new CellStore(cells);
        markKey = MarkKey.of(streams.taskId().partition());
        // A mark may have been taken and not been sent on before the stop.
        markDue = true;
        streams.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
    }

    @Override
    public void process(Record<Bytes, byte[]> record) {
        if (MarkKey.isMark(record.key().get())) {
            changed.put(record.key(), record.value());
            markDue = true;
            return;
        }
        CellSums change = CellKeyCodec.decode(record.value());
        sums.add(record.key(), change);
        changed.put(Bytes.wrap(CellKeyCodec.rowOf(record.key().get())), MARK);
    }

    private void flush() {
        List<Bytes> rows = new ArrayList<>();
        SortedMap<Integer, EventPosition> counted = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> marked = changed.all()) {
            while (marked.hasNext()) {
                KeyValue<Bytes, byte[]> entry = marked.next();
                if (MarkKey.isMark(entry.key.get())) {
                    counted.put(MarkKey.partitionOf(entry.key.get()), EventPosition.decode(entry.value));
                } else {
                    rows.add(entry.key);
                }
            }
        }
        long now = Math.max(0, context.currentStreamTimeMs());
        for (Bytes row : rows) {
            context.forward(new Record<>(row.get(), read(row).encode(), now));
            changed.delete(row);
        }
        if (markDue && !counted.isEmpty()) {
            context.forward(new Record<>(markKey, new CountedEvents(counted).encode(), now));
        }
        markDue = false;
    }

    private PackedRow read(Bytes row) {
        SortedMap<Integer, CellSums> byCohort = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> found = cells.prefixScan(row, new BytesSerializer())) {
            while (found.hasNext()) {
                KeyValue<Bytes, byte[]> cell = found.next();
                byCohort.put(CellKeyCodec.cohortDayOf(cell.key.get()), CellKeyCodec.decode(cell.value));
            }
        }
        return new PackedRow(byCohort);
    }
}
