package io.touchstone.pipeline.stream;

import io.touchstone.pipeline.progress.MarkKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partition a row and its marks belong to. All cells of a row go to one owner, and the owner's rows stay in the partition of its
 * own number: a mark behind them then speaks for that one partition, and not for all.
 */
final class RowPartition {

    private RowPartition() {}

    /** Changes of cells go to the owner of their row, marks to every owner. */
    static final class OfChanges implements StreamPartitioner<Bytes, byte[]> {
        private final Set<Integer> all;

        OfChanges(int partitions) {
            all = IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Optional<Set<Integer>> partitions(String topic, Bytes key, byte[] value, int numPartitions) {
            return Optional.of(
                    MarkKey.isMark(key.get()) ? all : Set.of(owner(CellKeyCodec.rowOf(key.get()), numPartitions)));
        }
    }

    /** Rows and marks stay in the partition of their owner. */
    static final class OfRows implements StreamPartitioner<byte[], byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
            return Optional.of(Set.of(MarkKey.isMark(key) ? MarkKey.partitionOf(key) : owner(key, numPartitions)));
        }
    }

    private static int owner(byte[] row, int partitions) {
        return Utils.toPositive(Arrays.hashCode(row)) % partitions;
    }
}
