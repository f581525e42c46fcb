/**
 * Conditions on attributes: the closed tree, its JSON form, and the compiled form that the evaluator and metric filters
 * run. Start with {@link io.touchstone.core.condition.Condition}.
 */
@NullMarked
package io.touchstone.core.condition;

import org.jspecify.annotations.NullMarked;
