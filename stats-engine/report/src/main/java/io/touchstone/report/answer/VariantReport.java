package io.touchstone.report.answer;

/**
 * One metric in one variant.
 *
 * @param key variant key
 * @param control whether it is the control, whose contrast is empty but for why its own numbers are missing
 * @param figures its own numbers
 * @param contrast against the control
 */
public record VariantReport(String key, boolean control, ArmFigures figures, Contrast contrast) {}
