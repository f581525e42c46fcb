package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * The worst harm still possible: an upper confidence bound of the rate ratio of first harmful events, valid at every look.
 *
 * <p>A ratio r is ruled out when the {@link KillRule} with the arms exchanged rejects "at least r": the control would get less
 * than its share w_C/(w_C + r·w_T) of the events. See {@code docs/statistics/kill-rule.md}.
 */
public final class HarmBound {

    private static final double SMALLEST_RATIO = 1e-9;
    private static final double LARGEST_RATIO = 1e9;

    private HarmBound() {}

    /**
     * The bound over the epochs up to now, treatment over control; 1 is no harm.
     *
     * @param alpha above 0 and below 1: the bound is ever too low with at most this probability
     * @return {@link Reason#ZERO_EVENTS} before the first event; {@link Reason#RELATIVE_UNBOUNDED} while the control has too
     *     few events to rule out any ratio
     */
    public static Result<Double> of(List<HarmEpoch> epochs, double alpha) {
        KillRule exchanged = new KillRule(alpha, 0);
        if (epochs.stream().allMatch(epoch -> epoch.treatmentEvents() == 0 && epoch.controlEvents() == 0)) {
            return new NotEstimable<>(Reason.ZERO_EVENTS, "No unit of either arm has had the harmful event.");
        }
        double high = SMALLEST_RATIO;
        while (!rulesOut(exchanged, epochs, high)) {
            high *= 2;
            if (high > LARGEST_RATIO) {
                return new NotEstimable<>(
                        Reason.RELATIVE_UNBOUNDED,
                        "The control has too few harmful events: no ratio can be ruled out.");
            }
        }
        double low = high / 2;
        for (int i = 0; i < 60; i++) {
            double middle = Math.sqrt(low * high);
            if (rulesOut(exchanged, epochs, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Estimated<>(high);
    }

    private static boolean rulesOut(KillRule exchanged, List<HarmEpoch> epochs, double ratio) {
        return exchanged.stops(epochs.stream()
                .map(epoch -> new HarmEpoch(
                        epoch.controlWeight(),
                        epoch.treatmentWeight() * ratio,
                        epoch.controlEvents(),
                        epoch.treatmentEvents()))
                .toList());
    }
}
