package io.touchstone.console.apikey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param id eight letters and digits, part of the key text
 * @param name for people
 * @param kind {@code client | server | import}
 * @param exposure {@code on-evaluate | manual}
 * @param origins browser origins of a client key
 * @param eventsPerSecond limit of ingestion
 * @param createdAt when it was made
 * @param revokedAt since when it is refused; absent while it is good
 * @param secret the whole key text; only in the first answer to its creation
 */
public record ApiKeyAnswer(
        String id,
        String name,
        String kind,
        String exposure,
        List<String> origins,
        int eventsPerSecond,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String secret) {
    static ApiKeyAnswer of(ApiKey key, @Nullable String secret) {
        return new ApiKeyAnswer(
                key.id(),
                key.name(),
                key.kind().key(),
                key.exposure().key(),
                key.origins(),
                key.eventsPerSecond(),
                key.createdAt(),
                key.revokedAt(),
                secret);
    }

    @Override
    public String toString() {
        return "ApiKeyAnswer[" + id + "]";
    }
}
