package io.touchstone.assignment;

import java.nio.file.Path;

/**
 * What the data plane has to be told.
 *
 * @param copies folder of the disk copies, its own; created where absent
 * @param masterKey file of the master key, 32 bytes, mode 0600, apart from the data; must exist
 * @param bootstrapServers Kafka, {@code host:port,...}
 */
public record AssignmentSettings(Path copies, Path masterKey, String bootstrapServers) {
    /** Checks that Kafka is named. */
    public AssignmentSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers: empty (expected: host:port,...)");
        }
    }
}
