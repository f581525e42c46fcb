package io.touchstone.core.json;

/**
 * A whole number within 64 bits.
 *
 * @param value the number
 */
public record JsonInteger(long value) implements JsonValue {}
