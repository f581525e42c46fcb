package io.touchstone.embedded.kafka;

import java.util.Map;

/**
 * A topic that has to exist.
 *
 * @param partitions 1 or more; never changed once the topic exists
 * @param config topic properties that differ from the broker's, for example {@code cleanup.policy}
 */
public record Topic(String name, int partitions, Map<String, String> config) {
    public Topic {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("topic: empty (expected: a name)");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions + " (expected: 1 or more)");
        }
        config = Map.copyOf(config);
    }

    public Topic(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
