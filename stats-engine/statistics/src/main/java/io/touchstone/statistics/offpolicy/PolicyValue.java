package io.touchstone.statistics.offpolicy;

import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Result;

/**
 * What a policy would have earned per decision, by four estimators.
 *
 * @param ips inverse propensity: without bias unless weights were clipped; noisy
 * @param snips the same with weights that add up to 1: usually steadier; {@code no_overlap} where all weights are 0
 * @param model the direct method: no noise of its own to show, all of the model's bias
 * @param doublyRobust the model corrected by weighted residuals: right if the propensities or the model are
 * @param effectiveRows (Σw)²/Σw²: how many rows the weighted ones are worth; 0 without overlap
 * @param clippedRows rows whose weight was cut to the limit
 * @param rows all of them
 */
public record PolicyValue(
        MeanEstimate ips,
        Result<MeanEstimate> snips,
        double model,
        MeanEstimate doublyRobust,
        double effectiveRows,
        int clippedRows,
        int rows) {

    /** Whether the log never did what the policy would do: then {@link #ips} is 0 and no evidence. */
    public boolean withoutOverlap() {
        return effectiveRows == 0;
    }
}
