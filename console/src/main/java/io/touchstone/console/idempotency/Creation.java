package io.touchstone.console.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a creation made.
 *
 * @param body the answer
 * @param kept the answer as it is kept for repetitions: the same, less what is shown only once
 * @param location where it stands from now on
 * @param etag its revision as an entity tag, where it has one
 */
public record Creation<T>(
        T body, T kept, URI location, @Nullable String etag) {
    /** A creation without secrets. */
    public static <T> Creation<T> of(T body, URI location) {
        return new Creation<>(body, body, location, null);
    }

    /** A creation of something that is edited under a revision. */
    public static <T> Creation<T> of(T body, URI location, String etag) {
        return new Creation<>(body, body, location, etag);
    }
}
