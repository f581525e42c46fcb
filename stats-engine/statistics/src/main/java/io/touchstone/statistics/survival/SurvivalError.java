package io.touchstone.statistics.survival;

import io.touchstone.statistics.Interval;

/**
 * The uncertainty of a survival probability.
 *
 * @param standardError Greenwood's
 * @param plain S ± z·se, cut to [0, 1]
 * @param log S·exp(± z·se/S), cut at 1
 * @param logLog S^exp(± z·se/(S ln S)), inside [0, 1] by itself: the one to show
 */
public record SurvivalError(double standardError, Interval plain, Interval log, Interval logLog) {

    private static final Interval CERTAIN = new Interval(1, 1);

    /** Nobody has had the event: no error can be measured, and the interval has no length. */
    static SurvivalError none() {
        return new SurvivalError(0, CERTAIN, CERTAIN, CERTAIN);
    }

    static SurvivalError of(double survival, double relativeError, double z) {
        double error = survival * relativeError;
        double down = survival * Math.exp(-z * relativeError);
        double up = survival * Math.exp(z * relativeError);
        double power = Math.exp(z * relativeError / -Math.log(survival));
        return new SurvivalError(
                error,
                new Interval(Math.max(0, survival - z * error), Math.min(1, survival + z * error)),
                new Interval(down, Math.min(1, up)),
                new Interval(Math.pow(survival, power), Math.pow(survival, 1 / power)));
    }
}
