package io.touchstone.pipeline.sink;

import io.touchstone.model.Topics;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;

/**
 * The newest state of every row in some consecutive records of one partition.
 *
 * @param rows row key to packed row
 * @param nextOffset offset behind the last record
 * @param countedThrough the largest {@code received} counted in them, epoch milliseconds; 0 if unknown
 */
record RowBatch(Map<Bytes, byte[]> rows, long nextOffset, long countedThrough) {

    static RowBatch of(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Bytes, byte[]> rows = new LinkedHashMap<>();
        long nextOffset = 0;
        long countedThrough = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            rows.put(Bytes.wrap(record.key()), record.value());
            nextOffset = record.offset() + 1;
            Header header = record.headers().lastHeader(Topics.COUNTED_THROUGH_HEADER);
            if (header != null && header.value().length == Long.BYTES) {
                countedThrough =
                        Math.max(countedThrough, ByteBuffer.wrap(header.value()).getLong());
            }
        }
        return new RowBatch(rows, nextOffset, countedThrough);
    }
}
