package io.touchstone.statistics.offpolicy;

import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Result;

/**
 * What a policy may have earned per decision: intervals around the estimates of a {@link PolicyValue}, with the skewness of weighted rewards
 * taken out. See {@link io.touchstone.statistics.ratio.RatioInterval} for the reasons why one may be missing.
 *
 * @param ips around inverse propensity
 * @param snips around weights that add up to 1
 * @param doublyRobust around the corrected model
 */
public record PolicyIntervals(Result<Interval> ips, Result<Interval> snips, Result<Interval> doublyRobust) {}
