package io.touchstone.report.count;

import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.Sum;

/**
 * What was counted of one metric in one arm. Sums are over the analysed units, raw (not centred), double-double.
 *
 * @param units units of cohorts that have matured
 * @param waiting units of cohorts whose window is still open
 * @param sum Σy
 * @param squares Σy²
 * @param cubes Σy³; 0 for conversions and retention, where y³ = y
 * @param capped units whose total was above the cap
 */
public record ArmCount(long units, long waiting, Sum sum, Sum squares, Sum cubes, long capped) {

    private static final Sum ZERO = new Sum(0, 0);

    /** Nothing counted yet. */
    public static final ArmCount NONE = new ArmCount(0, 0, ZERO, ZERO, ZERO, 0);

    static ArmCount waitingOnly(long waiting) {
        return new ArmCount(0, waiting, ZERO, ZERO, ZERO, 0);
    }

    static ArmCount of(CellSums sums, long waiting) {
        return new ArmCount(
                sums.units(),
                waiting,
                sums.sum(0),
                sums.product(0, 0),
                sums.amount() ? sums.cube() : ZERO,
                sums.capped());
    }

    /** Σy of a metric that counts whole things. */
    public long whole() {
        return Math.round(sum.value());
    }
}
