package io.touchstone.embedded.testing;

import io.touchstone.embedded.kafka.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The Kafka that all tests of this JVM share; tests keep apart by names of their own. */
public final class TestBroker {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String bootstrapServers;

    TestBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** For places without parameters, such as Spring's {@code @DynamicPropertySource}. */
    public static TestBroker shared() {
        return SharedServers.kafka();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A name nobody else in this JVM has; for topics, groups and transactional ids. */
    public String uniqueName(String prefix) {
        return prefix + "-" + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
    }

    /** Creates a topic of a unique name and returns the name. */
    public String createTopic(String prefix, int partitions, Map<String, String> config) {
        String name = uniqueName(prefix);
        createTopics(List.of(new Topic(name, partitions, config)));
        return name;
    }

    /** Creates topics that must not exist yet. */
    public void createTopics(List<Topic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics.stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics: " + topics + " (expected: to be created)", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
