package io.touchstone.console.project;

import java.time.Instant;

/**
 * One product app.
 *
 * @param id number in the database
 * @param key its key
 * @param name for people
 * @param createdAt when it was made
 */
public record Project(int id, String key, String name, Instant createdAt) {}
