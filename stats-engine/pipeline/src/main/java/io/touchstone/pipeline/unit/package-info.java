/**
 * The pure per-unit function: what one event changes in which cells. No Kafka, no clock, no I/O. The rules stand in
 * {@code docs/formats/cells.md}; start with {@link io.touchstone.pipeline.unit.UnitFunction}.
 */
@NullMarked
package io.touchstone.pipeline.unit;

import org.jspecify.annotations.NullMarked;
