package io.touchstone.report.answer;

import java.util.Optional;

/**
 * One metric in one arm.
 *
 * @param units analysed units: those of matured cohorts
 * @param waiting units whose window is still open
 * @param count for rates: units with the event
 * @param value rate or mean
 * @param variance for rates p(1 − p), for amounts the sample variance (divisor n − 1)
 * @param capped for amounts with a cap: units above it
 */
public record ArmFigures(
        long units,
        long waiting,
        Optional<Long> count,
        Optional<Double> value,
        Optional<Double> variance,
        Optional<Long> capped) {}
