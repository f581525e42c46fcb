package io.touchstone.model.cell;

import java.math.BigDecimal;

/**
 * A double-double sum as read from a cell: {@code high + low}, {@code |low| ≤ ulp(high) / 2}.
 *
 * @param high the sum rounded to a double
 * @param low what the rounding left
 */
public record Sum(double high, double low) {

    /** The sum as the nearest double. */
    public double value() {
        return high + low;
    }

    /** The sum with all its digits. */
    public BigDecimal exact() {
        return new BigDecimal(high).add(new BigDecimal(low));
    }
}
