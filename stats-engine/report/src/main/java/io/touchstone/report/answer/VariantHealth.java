package io.touchstone.report.answer;

/**
 * What was counted of a variant whatever the metrics are.
 *
 * @param key variant key
 * @param units exposed units, matured or not
 * @param crossovers units first seen in this variant and later in another
 * @param late outcomes of its units that came more than 72 hours after their time, not counted
 * @param lateExposures exposures to it that came as late, not counted
 */
public record VariantHealth(String key, long units, long crossovers, long late, long lateExposures) {}
