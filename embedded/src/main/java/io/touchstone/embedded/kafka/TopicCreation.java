package io.touchstone.embedded.kafka;

import io.touchstone.embedded.EmbeddedServerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Brings the topics of a cluster into the wanted state; adds, never deletes. */
final class TopicCreation {
    private TopicCreation() {}

    static void ensure(String bootstrapServers, Collection<Topic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            List<Topic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            List<Topic> present = topics.stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing.stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                            .toList())
                    .all()
                    .get();
            checkPartitions(admin, present);
            configure(admin, present);
        } catch (ExecutionException e) {
            throw new EmbeddedServerException(
                    "topic_creation_failed",
                    "topics: " + topics.stream().map(Topic::name).toList() + " (expected: to be created; "
                            + e.getCause() + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "interrupted", "topics: creation (expected: to end before the interruption)", e);
        }
    }

    private static void checkPartitions(Admin admin, List<Topic> present)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions = admin.describeTopics(
                        present.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        for (Topic topic : present) {
            TopicDescription description = descriptions.get(topic.name());
            int actual = description == null ? 0 : description.partitions().size();
            if (actual != topic.partitions()) {
                // More partitions would send a unit's events elsewhere than its state.
                throw new EmbeddedServerException(
                        "topic_partitions_differ",
                        "topic " + topic.name() + ": " + actual + " partitions (expected: " + topic.partitions()
                                + ", which is fixed when the data folder is made)");
            }
        }
    }

    private static void configure(Admin admin, List<Topic> present) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = present.stream()
                .filter(topic -> !topic.config().isEmpty())
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic -> new ArrayList<>(topic.config().entrySet().stream()
                                .map(entry -> new AlterConfigOp(
                                        new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                                .toList())));
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }
}
