package io.touchstone.standalone.demo.shop;

import io.touchstone.statistics.Normal;

/**
 * What an order is worth: lognormal, in yuan, rounded to fen. The closed forms are those of the lognormal distribution; rounding to
 * fen moves them by less than ¥0.0001.
 *
 * @param mean of all orders, before a cap
 * @param spread standard deviation of the logarithm
 */
record Basket(double mean, double spread) {
    private static final double FEN = 100;

    private double location() {
        return Math.log(mean) - spread * spread / 2;
    }

    /** The worth at a standard normal draw. */
    double at(double normal) {
        return inFen(Math.exp(location() + spread * normal));
    }

    /** E[min(X, cap)] = e^(μ+σ²/2) Φ((ln cap − μ − σ²)/σ) + cap (1 − Φ((ln cap − μ)/σ)). */
    double meanCapped(double cap) {
        double z = (Math.log(cap) - location()) / spread;
        return mean * Normal.upperTail(spread - z) + cap * Normal.upperTail(z);
    }

    /** P(X ≥ bound) after rounding. */
    double reaches(double bound) {
        return Normal.upperTail((Math.log(bound - 0.5 / FEN) - location()) / spread);
    }

    static double inFen(double yuan) {
        return Math.round(yuan * FEN) / FEN;
    }
}
