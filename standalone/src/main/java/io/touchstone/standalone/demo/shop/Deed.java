package io.touchstone.standalone.demo.shop;

import org.jspecify.annotations.Nullable;

/**
 * Something a customer does.
 *
 * @param time epoch milliseconds
 * @param name of the outcome
 * @param value its amount in yuan, where it has one
 */
public record Deed(long time, String name, @Nullable Double value) {}
