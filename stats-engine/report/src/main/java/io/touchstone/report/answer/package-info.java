/**
 * The report itself: its records, and how they follow from counts and statistics. Pure; start with {@link
 * io.touchstone.report.answer.ReportAssembler}. Not here: where counts come from ({@code count}, {@code source}) and how they are
 * written ({@code json}).
 */
@NullMarked
package io.touchstone.report.answer;

import org.jspecify.annotations.NullMarked;
