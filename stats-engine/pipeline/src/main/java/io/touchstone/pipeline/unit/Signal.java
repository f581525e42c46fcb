package io.touchstone.pipeline.unit;

import io.touchstone.core.condition.CompiledCondition;
import org.jspecify.annotations.Nullable;

/**
 * An event name with a filter, as some metric uses it.
 *
 * @param id hash of name and filter; the same in every catalog, because it is stored with outcomes
 * @param filter absent: every outcome of the name
 */
record Signal(long id, @Nullable CompiledCondition filter) {}
