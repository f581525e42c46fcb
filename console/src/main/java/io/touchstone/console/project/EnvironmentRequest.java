package io.touchstone.console.project;

import org.jspecify.annotations.Nullable;

/**
 * An environment to make.
 *
 * @param key 1 to 128 of {@code a-z 0-9 _ . -}
 * @param name for people; absent: the key
 * @param zone IANA time zone whose calendar days count, such as {@code Asia/Shanghai}
 */
public record EnvironmentRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String zone) {}
