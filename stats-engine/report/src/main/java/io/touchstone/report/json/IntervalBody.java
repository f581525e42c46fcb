package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.statistics.Interval;

/** Both ends of an interval. */
@Schema(name = "Interval")
public record IntervalBody(double low, double high) {

    static IntervalBody of(Interval interval) {
        return new IntervalBody(interval.low(), interval.high());
    }
}
