package io.touchstone.console.project;

import org.jspecify.annotations.Nullable;

/**
 * A project to make.
 *
 * @param key 1 to 128 of {@code a-z 0-9 _ . -}
 * @param name for people; absent: the key
 */
public record ProjectRequest(@Nullable String key, @Nullable String name) {}
