package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;

/**
 * What was fixed before the start; the minimal plan.
 *
 * @param alpha two-sided error rate, above 0 and below 1
 * @param power chance to find the effect of interest, above 0 and below 1
 */
public record Plan(double alpha, double power) {

    /** alpha 0.05, power 0.8. */
    public static final Plan DEFAULT = new Plan(0.05, 0.8);

    /** Checks both rates. */
    public Plan {
        if (!(alpha > 0 && alpha < 1)) {
            throw new InvalidInputException("plan_invalid", "alpha: " + alpha + " (expected: above 0 and below 1)");
        }
        if (!(power > 0 && power < 1)) {
            throw new InvalidInputException("plan_invalid", "power: " + power + " (expected: above 0 and below 1)");
        }
    }
}
