package io.touchstone.pipeline;

import io.touchstone.model.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and refuses an installation with another number of partitions. */
public final class TopicSetup {

    private static final Duration VISIBLE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final String MAX_MESSAGE = String.valueOf(1 << 20);

    private TopicSetup() {}

    /**
     * Makes sure the topics are there.
     *
     * @throws IllegalStateException if a topic has another number of partitions: state and assignment of units to partitions
     *     would no longer fit
     */
    public static void ensure(Admin admin, int partitions, int replication) throws InterruptedException {
        short copies = (short) replication;
        List<NewTopic> topics = List.of(
                new NewTopic(Topics.EVENTS, partitions, copies)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(Topics.EVENT_RETENTION_MILLIS),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                MAX_MESSAGE)),
                new NewTopic(Topics.CELLS, partitions, copies)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                new NewTopic(Topics.DEAD_LETTERS, partitions, copies)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Topics.EVENT_RETENTION_MILLIS))));
        for (NewTopic topic : topics) {
            create(admin, topic);
        }
        check(admin, partitions);
    }

    private static void create(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic.name() + ": cannot be created", e.getCause());
            }
        }
    }

    private static void check(Admin admin, int partitions) throws InterruptedException {
        for (TopicDescription topic : describe(admin).values()) {
            if (topic.partitions().size() != partitions) {
                throw new IllegalStateException("partitions of " + topic.name() + ": "
                        + topic.partitions().size() + " (expected: " + partitions
                        + ", fixed when the installation was made)");
            }
        }
    }

    /** A topic that was just created can be unknown to the broker that is asked for some moments. */
    private static Map<String, TopicDescription> describe(Admin admin) throws InterruptedException {
        long deadline = System.nanoTime() + VISIBLE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(List.of(Topics.EVENTS, Topics.CELLS, Topics.DEAD_LETTERS))
                        .allTopicNames()
                        .get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw new IllegalStateException("topics: cannot be described", e.getCause());
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }
}
