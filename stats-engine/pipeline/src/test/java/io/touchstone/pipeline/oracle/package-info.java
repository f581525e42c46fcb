/**
 * The second opinion on counting: the rule of {@code docs/formats/cells.md} as SQL over the raw events, written apart from the
 * engine, and the random event sets both are fed with.
 *
 * <p>Start with {@link io.touchstone.pipeline.oracle.Oracle}; the steps of the rule are the numbered files under
 * {@code src/test/resources/oracle}. Nothing here may call the engine's counting code.
 */
@NullMarked
package io.touchstone.pipeline.oracle;

import org.jspecify.annotations.NullMarked;
