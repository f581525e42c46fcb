/**
 * Several questions at once: adjusted p-values, e-values, and the power each question needs.
 *
 * <p>Not here: alpha that passes between sequential hypotheses, which is {@code AlphaGraph} of the package {@code sequential}.
 */
@NullMarked
package io.touchstone.statistics.multiplicity;

import org.jspecify.annotations.NullMarked;
