package io.touchstone.console.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute results are sliced by.
 *
 * @param key name of the attribute
 * @param values 1 to 20 that get a slice of their own
 */
public record DimensionUse(@Nullable String key, @Nullable List<String> values) {}
