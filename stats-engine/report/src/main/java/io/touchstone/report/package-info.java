/**
 * Reads cells, calls the statistics, answers reports and decisions.
 *
 * <p>Not here: formulas ({@code io.touchstone.statistics}) and counting ({@code io.touchstone.pipeline}).
 */
@NullMarked
package io.touchstone.report;

import org.jspecify.annotations.NullMarked;
