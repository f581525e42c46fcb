package io.touchstone.statistics.bayes;

/**
 * A point of [0, 1] with its distance to 1, which near 1 has more digits than {@code 1 − x}.
 *
 * @param x the point
 * @param complement 1 − x
 */
record UnitPoint(double x, double complement) {

    static UnitPoint ofLogOdds(double y) {
        return new UnitPoint(1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y)));
    }

    static UnitPoint of(double x) {
        return x <= 0 ? new UnitPoint(0, 1) : x >= 1 ? new UnitPoint(1, 0) : new UnitPoint(x, 1 - x);
    }
}
