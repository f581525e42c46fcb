package io.touchstone.console.experiment;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One arm as people write it.
 *
 * @param key unique in the experiment
 * @param weight whole, 0 to 1,000,000, relative to the sum of all
 * @param value what the flag answers, of the flag's type; imported experiments may leave it out
 * @param name for people
 */
public record DesignVariant(
        @Nullable String key,
        @Nullable Long weight,
        @Nullable JsonNode value,
        @Nullable String name) {}
