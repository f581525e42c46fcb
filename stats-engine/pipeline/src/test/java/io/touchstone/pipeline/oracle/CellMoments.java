package io.touchstone.pipeline.oracle;

import java.util.List;

/**
 * What a cell holds. Sums compare exactly: event sets contain only values whose sums a double holds without rounding.
 *
 * @param units n
 * @param sums Σv
 * @param products upper triangle of Σvvᵀ, row by row
 * @param cubes Σy³; 0 for conversion and retention
 * @param nonZero #{y ≠ 0}; 0 for conversion and retention
 * @param capped #{raw > cap}; 0 for conversion and retention
 * @param excess Σ(raw − y); 0 for conversion and retention
 */
record CellMoments(
        long units, List<Double> sums, List<Double> products, double cubes, long nonZero, long capped, double excess) {

    /** Turns −0 into 0, which {@link Double#equals} tells apart. */
    CellMoments {
        sums = sums.stream().map(value -> value + 0.0).toList();
        products = products.stream().map(value -> value + 0.0).toList();
        cubes += 0.0;
        excess += 0.0;
    }

    /** Whether the cell might as well not be there. */
    boolean isZero() {
        return units == 0
                && nonZero == 0
                && capped == 0
                && cubes == 0
                && excess == 0
                && sums.stream().allMatch(value -> value == 0)
                && products.stream().allMatch(value -> value == 0);
    }

    @Override
    public String toString() {
        return "n=%d Σv=%s Σvv=%s Σy³=%s nonzero=%d capped=%d excess=%s"
                .formatted(units, sums, products, cubes, nonZero, capped, excess);
    }
}
