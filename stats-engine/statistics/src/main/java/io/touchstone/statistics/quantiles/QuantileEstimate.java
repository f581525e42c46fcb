package io.touchstone.statistics.quantiles;

import io.touchstone.statistics.SidedEstimate;
import java.util.OptionalDouble;

/**
 * A quantile of one arm.
 *
 * @param value in the metric's unit
 * @param standardError half the width of the order-statistic interval over its quantile, 0 or more
 * @param sided the value with the distances to the two ends of that interval
 * @param lowRank rank of the interval's lower end, 1 for the smallest value
 * @param highRank rank of its upper end
 * @param rankError standard error of the share of values up to the quantile
 * @param degreesOfFreedom of {@code rankError} where it comes from folds; absent for the normal distribution
 * @param lumpy whether equal values fill half the interval's ranks or more: then {@code standardError} means little
 */
public record QuantileEstimate(
        double value,
        double standardError,
        SidedEstimate sided,
        long lowRank,
        long highRank,
        double rankError,
        OptionalDouble degreesOfFreedom,
        boolean lumpy) {}
