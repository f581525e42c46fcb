package io.touchstone.statistics.interaction;

import io.touchstone.statistics.MeanEstimate;

/**
 * The same metric in the four combinations of two tests; the cells share no unit.
 *
 * @param neither control of both
 * @param first treatment of the first test, control of the second
 * @param second control of the first test, treatment of the second
 * @param both treatment of both
 */
public record FourCells(MeanEstimate neither, MeanEstimate first, MeanEstimate second, MeanEstimate both) {}
