package io.touchstone.model.cell;

import java.util.Arrays;

/**
 * The sums of one cell, or a change to one: a commutative group under {@link #add}.
 *
 * <p>For unit vectors {@code v = (y, z…)} of {@code components} entries: n, Σv and the upper triangle of Σvvᵀ; for amounts
 * (count and sum metrics) also Σy³, #{y ≠ 0}, #{raw > cap} and Σ(raw − y). Counts are exact longs, sums are double-double.
 * Mutable and not thread-safe: an accumulator, never shared.
 */
public final class CellSums {

    /** One outcome component and at most four covariates with their missing flags. */
    public static final int MAX_COMPONENTS = 9;

    private final int components;
    private final boolean amount;
    private long units;
    private long nonZero;
    private long capped;
    /** Σv, then the upper triangle of Σvvᵀ row by row, then for amounts Σy³ and Σ(raw − y); each a (hi, lo) pair. */
    private final double[] pairs;

    /**
     * An empty cell.
     *
     * @param components length of the unit vector, 1 to {@value #MAX_COMPONENTS}
     * @param amount whether the extras of count and sum metrics are kept
     * @throws IllegalArgumentException for another number of components
     */
    public CellSums(int components, boolean amount) {
        this(components, amount, new double[2 * width(components, amount)]);
    }

    private CellSums(int components, boolean amount, double[] pairs) {
        if (components < 1 || components > MAX_COMPONENTS) {
            throw new IllegalArgumentException("components: " + components + " (expected: 1.." + MAX_COMPONENTS + ")");
        }
        this.components = components;
        this.amount = amount;
        this.pairs = pairs;
    }

    /** Number of double-double sums a cell of this shape keeps. */
    static int width(int components, boolean amount) {
        return components + components * (components + 1) / 2 + (amount ? 2 : 0);
    }

    /** Adds another cell of the same shape. */
    public void add(CellSums other) {
        accumulate(1, other);
    }

    /** Takes another cell of the same shape out. */
    public void subtract(CellSums other) {
        accumulate(-1, other);
    }

    private void accumulate(int sign, CellSums other) {
        requireSameShape(other);
        units += sign * other.units;
        nonZero += sign * other.nonZero;
        capped += sign * other.capped;
        for (int i = 0; i < pairs.length / 2; i++) {
            double hi = other.pairs[2 * i];
            double lo = other.pairs[2 * i + 1];
            if (hi != 0 || lo != 0) {
                DoubleDouble.add(pairs, i, sign * hi, sign * lo);
            }
        }
    }

    /** Adds units without touching any sum; a negative count takes them out. */
    public void addUnits(long count) {
        units += count;
    }

    /** Adds {@code count} to Σy alone; for counters that belong to no unit. */
    public void addToSum(double count) {
        DoubleDouble.add(pairs, 0, count, 0);
    }

    /**
     * Adds ({@code sign} 1) or takes out (−1) the moments of one unit vector; n stays as it is.
     *
     * @param y the outcome after the cap
     * @param raw the outcome before the cap; equal to {@code y} for conversions
     * @param z covariate components, {@code components − 1} of them
     */
    public void addVector(int sign, double y, double raw, double[] z) {
        if (z.length != components - 1) {
            throw new IllegalArgumentException("z: length " + z.length + " (expected: " + (components - 1) + ")");
        }
        int product = components;
        for (int i = 0; i < components; i++) {
            double vi = i == 0 ? y : z[i - 1];
            if (vi == 0) {
                product += components - i;
                continue;
            }
            DoubleDouble.add(pairs, i, sign * vi, 0);
            for (int j = i; j < components; j++, product++) {
                double vj = j == 0 ? y : z[j - 1];
                if (vj != 0) {
                    DoubleDouble.addProduct(pairs, product, sign, vi, vj);
                }
            }
        }
        if (amount) {
            addAmount(sign, y, raw, product);
        }
    }

    private void addAmount(int sign, double y, double raw, int at) {
        if (y != 0) {
            nonZero += sign;
            DoubleDouble.addCube(pairs, at, sign, y);
        }
        if (raw != y) {
            capped += sign;
            DoubleDouble.add(pairs, at + 1, sign * raw, 0);
            DoubleDouble.add(pairs, at + 1, -sign * y, 0);
        }
    }

    /** Whether adding this changes nothing. */
    public boolean isZero() {
        if (units != 0 || nonZero != 0 || capped != 0) {
            return false;
        }
        for (double part : pairs) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    /** An independent copy. */
    public CellSums copy() {
        CellSums copy = new CellSums(components, amount, pairs.clone());
        copy.units = units;
        copy.nonZero = nonZero;
        copy.capped = capped;
        return copy;
    }

    /** Length of the unit vector. */
    public int components() {
        return components;
    }

    /** Whether Σy³, #{y ≠ 0}, #{raw > cap} and Σ(raw − y) are kept. */
    public boolean amount() {
        return amount;
    }

    /** n, the number of units. */
    public long units() {
        return units;
    }

    /** #{y ≠ 0}; amounts only, else 0. */
    public long nonZero() {
        return nonZero;
    }

    /** #{raw > cap}; amounts only, else 0. */
    public long capped() {
        return capped;
    }

    /** Σvᵢ; component 0 is the outcome. */
    public Sum sum(int i) {
        return at(checkComponent(i));
    }

    /** Σvᵢvⱼ. */
    public Sum product(int i, int j) {
        int row = Math.min(checkComponent(i), checkComponent(j));
        int column = Math.max(i, j);
        return at(components + row * components - row * (row - 1) / 2 + (column - row));
    }

    /** Σy³. */
    public Sum cube() {
        requireAmount();
        return at(pairs.length / 2 - 2);
    }

    /** Σ(raw − y), what the cap took off. */
    public Sum excess() {
        requireAmount();
        return at(pairs.length / 2 - 1);
    }

    private Sum at(int i) {
        return new Sum(pairs[2 * i], pairs[2 * i + 1]);
    }

    private int checkComponent(int i) {
        if (i < 0 || i >= components) {
            throw new IllegalArgumentException("component: " + i + " (expected: 0.." + (components - 1) + ")");
        }
        return i;
    }

    private void requireAmount() {
        if (!amount) {
            throw new IllegalStateException("amount: false (expected: the cell of a count or sum metric)");
        }
    }

    private void requireSameShape(CellSums other) {
        if (other.components != components || other.amount != amount) {
            throw new IllegalArgumentException("cell: " + other.components + " components, amount " + other.amount
                    + " (expected: " + components + ", " + amount + ")");
        }
    }

    double[] pairs() {
        return pairs;
    }

    void restoreCounts(long restoredUnits, long restoredNonZero, long restoredCapped) {
        units = restoredUnits;
        nonZero = restoredNonZero;
        capped = restoredCapped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSums that
                && components == that.components
                && amount == that.amount
                && units == that.units
                && nonZero == that.nonZero
                && capped == that.capped
                && Arrays.equals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(units) + Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("n=" + units);
        for (int i = 0; i < components; i++) {
            text.append(" Σv").append(i).append('=').append(sum(i).value());
        }
        return text.append(" Σyy=").append(product(0, 0).value()).toString();
    }
}
