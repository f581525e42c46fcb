/**
 * Retention by day and by cohort. Pure; start with {@link io.touchstone.report.retention.RetentionAssembler}. Not here: the value
 * of a retention metric and its comparison, which the report has.
 */
@NullMarked
package io.touchstone.report.retention;

import org.jspecify.annotations.NullMarked;
