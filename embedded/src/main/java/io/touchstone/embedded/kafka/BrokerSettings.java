package io.touchstone.embedded.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how the embedded broker runs.
 *
 * @param folder of the topic and metadata logs; created and formatted when missing
 * @param host address to listen on; clients are told to use it too, or 127.0.0.1 where it is a wildcard
 * @param port 1..65535, or 0 for a free one at each start
 * @param overrides broker properties that replace ours
 */
public record BrokerSettings(Path folder, String host, int port, Map<String, String> overrides) {
    public BrokerSettings {
        folder = folder.toAbsolutePath().normalize();
        Objects.requireNonNull(host);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0..65535)");
        }
        overrides = Map.copyOf(overrides);
    }

    /** On a free port of 127.0.0.1. */
    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(folder, "127.0.0.1", 0, Map.of());
    }

    public BrokerSettings withListen(String newHost, int newPort) {
        return new BrokerSettings(folder, newHost, newPort, overrides);
    }

    public BrokerSettings withOverrides(Map<String, String> properties) {
        return new BrokerSettings(folder, host, port, properties);
    }

    String advertisedHost() {
        return switch (host) {
            case "0.0.0.0", "::", "localhost" -> "127.0.0.1";
            default -> host;
        };
    }
}
