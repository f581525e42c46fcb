package io.touchstone.statistics.survival;

import io.touchstone.statistics.Result;

/**
 * The curve at one time.
 *
 * @param time since exposure
 * @param atRisk units seen up to this time without the event before it
 * @param survival share without the event, up to and including this time
 * @param error of {@code survival}; {@code zero_variance} where everybody has had the event
 */
public record SurvivalPoint(double time, long atRisk, double survival, Result<SurvivalError> error) {}
