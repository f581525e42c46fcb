package io.touchstone.pipeline.progress;

import io.touchstone.model.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where the topics end and how far the counting has committed. */
final class TopicProgress implements AutoCloseable {

    private static final int ANSWER_MILLIS = 5_000;

    private final Admin admin;
    private final String application;
    private final String changes;
    private final int partitions;

    /**
     * Asks with a client of its own.
     *
     * @param application id of the streams application: name of its group and beginning of its topics' names
     */
    TopicProgress(String bootstrapServers, String application, int partitions) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS));
        this.application = application;
        this.changes = application + "-cell-changes-repartition";
        this.partitions = partitions;
    }

    /** Ends of the events topic, by partition: every event that was acknowledged by now lies before them. */
    long[] eventEnds() throws ExecutionException, TimeoutException, InterruptedException {
        return ends(Topics.EVENTS, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Ends of the rows that are committed, by partition. */
    long[] rowEnds() throws ExecutionException, TimeoutException, InterruptedException {
        return ends(Topics.CELLS, IsolationLevel.READ_COMMITTED);
    }

    /** What waits at the two hops that commit to Kafka. */
    Map<Place, Span> committed(long[] eventEnds) throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> positions = positions();
        Map<Place, Span> spans = new HashMap<>();
        for (int partition = 0; partition < eventEnds.length; partition++) {
            long next = positions.getOrDefault(new TopicPartition(Topics.EVENTS, partition), 0L);
            spans.put(new Place(Hop.COUNTING, partition), new Span(next, eventEnds[partition]));
        }
        // Only where something was committed: before that the topic may not be there.
        positions.keySet().removeIf(partition -> !partition.topic().equals(changes));
        ends(positions.keySet(), IsolationLevel.READ_COMMITTED).forEach((partition, end) -> {
            long next = positions.getOrDefault(partition, end);
            spans.put(new Place(Hop.SUMMING, partition.partition()), new Span(next, end));
        });
        return spans;
    }

    private Map<TopicPartition, Long> positions() throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        committed.forEach((partition, position) -> {
            if (position != null) {
                positions.put(partition, position.offset());
            }
        });
        return positions;
    }

    private long[] ends(String topic, IsolationLevel isolation)
            throws ExecutionException, TimeoutException, InterruptedException {
        Collection<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        long[] ends = new long[partitions];
        ends(all, isolation).forEach((partition, end) -> ends[partition.partition()] = end);
        return ends;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> of, IsolationLevel isolation)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        if (!of.isEmpty()) {
            admin.listOffsets(
                            of.stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())),
                            new ListOffsetsOptions(isolation))
                    .all()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach((TopicPartition partition, ListOffsetsResult.ListOffsetsResultInfo end) ->
                            ends.put(partition, end.offset()));
        }
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
