package io.touchstone.console.layer;

/**
 * A namespace of one million slots.
 *
 * @param id number in the database
 * @param key its key
 * @param salt what a unit's slot is hashed with
 */
public record Layer(long id, String key, String salt) {}
