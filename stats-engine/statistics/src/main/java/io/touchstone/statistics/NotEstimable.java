package io.touchstone.statistics;

/**
 * A computation that was not possible with these data.
 *
 * @param reason the stable kind of obstacle
 * @param text the same in words, with the numbers that caused it
 */
public record NotEstimable<T>(Reason reason, String text) implements Result<T> {}
