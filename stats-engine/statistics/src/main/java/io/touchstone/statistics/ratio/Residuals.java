package io.touchstone.statistics.ratio;

import io.touchstone.statistics.JointMoments;

/**
 * The moments of an arm's residuals e = (a − R·b)/mean_b about their mean 0, and with b/mean_b. A ratio of sums errs as the mean of e does; e
 * times the square root of n is its influence.
 *
 * @param n units, 2 or more
 * @param square Σe², above 0
 * @param cube Σe³
 * @param withDenominator Σe(b/mean_b − 1)
 * @param squareWithDenominator Σe²(b/mean_b − 1)
 * @param spread squared coefficient of variation of b, 0 or more
 */
record Residuals(
        long n, double square, double cube, double withDenominator, double squareWithDenominator, double spread) {

    /**
     * Of an arm whose ratio is R.
     *
     * @param ratio of the arm; its denominators do not add up to 0
     */
    static Residuals of(RatioMoments arm, double ratio) {
        JointMoments joint = arm.joint();
        RatioMoments.Thirds third = arm.thirds();
        double base = joint.mean(1);
        double square = joint.combination(1, -ratio).m2() / base / base;
        double cube = (third.aaa() - ratio * (3 * third.aab() - ratio * (3 * third.abb() - ratio * third.bbb())))
                / base
                / base
                / base;
        double cross = (joint.product(0, 1) - ratio * joint.product(1, 1)) / base / base;
        double squareCross = (third.aab() - ratio * (2 * third.abb() - ratio * third.bbb())) / base / base / base;
        double spread = joint.product(1, 1) / joint.n() / base / base;
        return new Residuals(joint.n(), square, cube, cross, squareCross, spread);
    }

    /**
     * Squared standard error of the ratio by deleting one unit after another, to the second order: the delta method's
     * Σe²/(n(n − 1)) times 1 + 2Σe²(b/mean_b − 1)/(nΣe²). Units with large denominators pull R towards themselves, so that their residuals
     * come out too small.
     */
    double variance() {
        double leverage = square == 0 ? 0 : squareWithDenominator / square / n;
        return square / n / (n - 1) * (1 + 2 * Math.max(0, leverage));
    }

    /**
     * Degrees of freedom of {@link #variance}, at least 1: those of Satterthwaite 1946 where a unit's residual varies in proportion to its
     * denominator, (Σb)²/Σb² − 1. Some heavy units carry the error; n − 1 would count all alike.
     */
    double degreesOfFreedom() {
        return Math.max(1, n / (1 + spread) - 1);
    }
}
