package io.touchstone.statistics;

/**
 * A computation that was possible.
 *
 * @param value the estimate
 */
public record Estimated<T>(T value) implements Result<T> {}
