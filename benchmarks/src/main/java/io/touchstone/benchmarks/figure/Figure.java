package io.touchstone.benchmarks.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One number that is kept and compared over time.
 *
 * @param name stable, words with hyphens
 * @param value finite
 * @param unit such as {@code us}, {@code x}, {@code B}, {@code events/s}
 */
public record Figure(String name, double value, String unit) {

    private static final MathContext DIGITS = new MathContext(4);

    /** Checks the value. */
    public Figure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("figure " + name + ": " + value + " (expected: a finite number)");
        }
    }

    /** {@code figure NAME value unit}. */
    public String line() {
        return "figure " + name + " " + number() + " " + unit;
    }

    /** Value and unit. */
    public String readable() {
        return number() + " " + unit;
    }

    /** Four digits: what a shared machine can tell apart, and more. */
    private String number() {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
