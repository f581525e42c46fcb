package io.touchstone.statistics.planning;

import java.util.OptionalDouble;

/**
 * A success metric as the planner knows it.
 *
 * @param variances of one unit's value, before covariates
 * @param effect treatment minus control that should be found, not 0, in the metric's unit
 * @param factor covariates, clusters and looks together
 * @param skewness of one unit's value; absent where means are not skewed (rates)
 */
public record PlannedMetric(UnitVariances variances, double effect, VarianceFactor factor, OptionalDouble skewness) {}
