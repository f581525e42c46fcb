package io.touchstone.console.flag;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchstone.console.problem.Require;
import io.touchstone.core.datafile.FlagType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A flag to make.
 *
 * @param key 1 to 128 of {@code a-z 0-9 _ . -}
 * @param type {@code boolean | string | integer | float | object}
 * @param defaultValue of that type
 * @param name for people; absent: the key
 */
public record FlagRequest(
        @Nullable String key,
        @Nullable String type,
        @JsonProperty("default") @Nullable JsonNode defaultValue,
        @Nullable String name) {
    Flag flag(Instant now) {
        String checked = Require.key("key", key);
        String word = Require.oneOf(
                "type",
                type,
                Arrays.stream(FlagType.values()).map(FlagType::wireName).toList());
        FlagType typeOfFlag = FlagType.valueOf(word.toUpperCase(Locale.ROOT));
        return new Flag(
                checked,
                Require.nameOr("name", name, checked),
                typeOfFlag,
                Payload.require(typeOfFlag, "default", defaultValue),
                now);
    }
}
