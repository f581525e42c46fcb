package io.touchstone.model.access;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.util.List;

/**
 * An API key as data planes know it.
 *
 * @param id eight characters, part of the key text
 * @param kind what it may do
 * @param sha256 SHA-256 of the whole key text, 64 hex digits
 * @param exposure whether a single evaluation records an exposure
 * @param origins browser origins that may use it; client keys only
 * @param eventsPerSecond limit for ingestion, above 0
 * @param revoked whether it is no longer accepted
 */
public record AccessKey(
        String id,
        KeyKind kind,
        String sha256,
        ExposureMode exposure,
        List<String> origins,
        int eventsPerSecond,
        boolean revoked) {

    /** Copies the origins and checks the limit and the hash. */
    public AccessKey {
        origins = List.copyOf(origins);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw InvalidInputException.of(
                    FaultCode.VALUE_INVALID, "sha256", sha256.length() + " characters", "64 hex digits");
        }
        Limits.range("eventsPerSecond", eventsPerSecond, 1, Integer.MAX_VALUE);
    }
}
