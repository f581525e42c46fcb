package io.touchstone.console.flag;

import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.json.JsonValue;
import java.time.Instant;

/**
 * A decision point of a project.
 *
 * @param key its key
 * @param name for people
 * @param type of its default and of every value it answers
 * @param defaultValue answered where nothing else is
 * @param createdAt when it was made
 */
public record Flag(String key, String name, FlagType type, JsonValue defaultValue, Instant createdAt) {}
