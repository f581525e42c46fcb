package io.touchstone.report.answer;

import java.util.Optional;

/**
 * One metric in one variant, on its own.
 *
 * @param key variant key
 * @param control whether it is the control
 * @param figures its numbers
 * @param notEstimable why there is no value
 */
public record VariantValue(String key, boolean control, ArmFigures figures, Optional<Absence> notEstimable) {}
