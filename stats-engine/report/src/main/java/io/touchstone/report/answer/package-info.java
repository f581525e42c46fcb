/**
 * The report itself: its records, how they follow from counts and statistics, and their JSON. Pure; start with {@link
 * io.touchstone.report.answer.ReportAssembler}. Not here: where counts come from.
 */
@NullMarked
package io.touchstone.report.answer;

import org.jspecify.annotations.NullMarked;
