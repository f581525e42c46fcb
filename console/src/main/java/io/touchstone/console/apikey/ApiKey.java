package io.touchstone.console.apikey;

import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.access.KeyKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of the data plane, without its secret.
 *
 * @param id eight letters and digits, part of the key text
 * @param name for people
 * @param kind what it may do
 * @param sha256 of the whole key text, 64 hex digits
 * @param exposure whether a single evaluation records an exposure
 * @param origins browser origins of a client key
 * @param eventsPerSecond limit of ingestion
 * @param createdAt when it was made
 * @param revokedAt since when it is refused
 */
public record ApiKey(
        String id,
        String name,
        KeyKind kind,
        String sha256,
        ExposureMode exposure,
        List<String> origins,
        int eventsPerSecond,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        origins = List.copyOf(origins);
    }
}
