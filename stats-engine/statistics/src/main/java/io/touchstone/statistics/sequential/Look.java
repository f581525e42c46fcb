package io.touchstone.statistics.sequential;

/**
 * One look, on two clocks (Lan and DeMets 1989): how much alpha may be used, and how much is known.
 *
 * @param spendingTime share of the trial on which alpha is spent, above 0 and at most 1: information, units or elapsed days
 * @param information Fisher information of the difference in any unit that stays the same over the looks (units, or 1/se²),
 *     above 0; it alone gives the correlation of the looks, √(I_i/I_j)
 */
public record Look(double spendingTime, double information) {

    /** @throws IllegalArgumentException for numbers outside these ranges */
    public Look {
        if (!(spendingTime > 0 && spendingTime <= 1)) {
            throw new IllegalArgumentException("spendingTime: " + spendingTime + " (expected: above 0, at most 1)");
        }
        if (!(information > 0 && information < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("information: " + information + " (expected: finite, above 0)");
        }
    }
}
