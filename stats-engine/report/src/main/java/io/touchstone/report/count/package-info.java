/**
 * From rows of cells to the numbers of one arm: what a day D sees, which cohorts have matured, and the centred moments the
 * statistics take. Pure; start with {@link io.touchstone.report.count.Tally}. Not here: SQL and formulas of estimation.
 */
@NullMarked
package io.touchstone.report.count;

import org.jspecify.annotations.NullMarked;
