package io.touchstone.benchmarks.peers;

import cloud.eppo.BaseEppoClient;
import cloud.eppo.api.Attributes;
import cloud.eppo.api.Configuration;
import io.touchstone.benchmarks.evaluate.User;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client that the server SDK extends. It builds the record of each assignment also for a logger that drops it. */
final class Eppo implements Peer {
    private static final String NONE = "none";

    private final Client client = new Client(
            CompletableFuture.completedFuture(Configuration.builder(
                            Definition.of("eppo").getBytes(StandardCharsets.UTF_8))
                    .build()));

    @Override
    public @Nullable String variant(User user) {
        Attributes attributes = new Attributes();
        attributes.put("country", user.country());
        attributes.put("age", user.age());
        String variant = client.getStringAssignment(Definition.KEY, user.id(), attributes, NONE);
        return NONE.equals(variant) ? null : variant;
    }

    /** Its constructor is for SDKs. */
    private static final class Client extends BaseEppoClient {
        Client(CompletableFuture<Configuration> configuration) {
            super(
                    "bench", "java", "3.9.0", null, "http://127.0.0.1:1", assignment -> {}, null, null, false, false,
                    false, configuration, null, null);
        }
    }
}
