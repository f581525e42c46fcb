package io.touchstone.console.flag;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchstone.console.json.CoreJson;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A flag.
 *
 * @param key its key
 * @param name for people
 * @param type {@code boolean | string | integer | float | object}
 * @param defaultValue answered where nothing else is
 * @param createdAt when it was made
 */
public record FlagAnswer(
        String key,
        String name,
        String type,
        @JsonProperty("default") JsonNode defaultValue,
        Instant createdAt) {
    static FlagAnswer of(Flag flag) {
        return new FlagAnswer(
                flag.key(), flag.name(), flag.type().wireName(), CoreJson.node(flag.defaultValue()), flag.createdAt());
    }
}
