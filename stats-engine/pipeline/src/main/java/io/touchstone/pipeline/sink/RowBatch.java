package io.touchstone.pipeline.sink;

import io.touchstone.pipeline.progress.CountedEvents;
import io.touchstone.pipeline.progress.MarkKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/**
 * The newest state of every row in some consecutive records of one partition.
 *
 * @param rows row key to packed row
 * @param nextOffset where to go on behind them
 * @param counted which events the rows hold once these are written, as the last mark among them says; empty: as before
 */
record RowBatch(Map<Bytes, byte[]> rows, long nextOffset, Optional<CountedEvents> counted) {

    static RowBatch of(List<ConsumerRecord<byte[], byte[]>> records, long nextOffset) {
        Map<Bytes, byte[]> rows = new LinkedHashMap<>();
        Optional<CountedEvents> counted = Optional.empty();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (MarkKey.isMark(record.key())) {
                counted = Optional.of(CountedEvents.decode(record.value()));
            } else {
                rows.put(Bytes.wrap(record.key()), record.value());
            }
        }
        return new RowBatch(rows, nextOffset, counted);
    }
}
