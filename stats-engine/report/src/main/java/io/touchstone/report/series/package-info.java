/**
 * One metric over time: by day of entry, and as of every day. Pure; start with {@link
 * io.touchstone.report.series.SeriesAssembler}. Not here: intervals that hold over all days at once.
 */
@NullMarked
package io.touchstone.report.series;

import org.jspecify.annotations.NullMarked;
