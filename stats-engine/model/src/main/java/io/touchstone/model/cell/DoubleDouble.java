package io.touchstone.model.cell;

/**
 * Sums held as an unevaluated pair {@code hi + lo} of doubles, stored at {@code pairs[2 * i]} and {@code pairs[2 * i + 1]}.
 *
 * <p>About 106 bits of significand, so that taking a value out of a sum again restores the sum far below the last digit shown.
 * Additions are AccurateDWPlusDW (relative error at most 3·2⁻¹⁰⁶), products DWTimesFP3: Joldes, Muller and Popescu, "Tight and
 * rigorous error bounds for basic building blocks of double-word arithmetic", ACM TOMS 44(2), 2017, algorithms 6 and 9.
 */
final class DoubleDouble {

    private DoubleDouble() {}

    /** Adds {@code hi + lo} to pair {@code i}. */
    static void add(double[] pairs, int i, double hi, double lo) {
        int at = 2 * i;
        double xh = pairs[at];
        double xl = pairs[at + 1];
        double sh = xh + hi;
        double sl = twoSumError(xh, hi, sh);
        double th = xl + lo;
        double tl = twoSumError(xl, lo, th);
        double c = sl + th;
        double vh = sh + c;
        double vl = c - (vh - sh);
        double w = tl + vl;
        pairs[at] = vh + w;
        pairs[at + 1] = w - (pairs[at] - vh);
    }

    /** Adds {@code sign · a · b}, the product taken exactly; {@code sign} is 1 or −1. */
    static void addProduct(double[] pairs, int i, double sign, double a, double b) {
        double high = a * b;
        double low = Math.fma(a, b, -high);
        add(pairs, i, sign * high, sign * low);
    }

    /** Adds {@code sign · a³} with about 106 bits; {@code sign} is 1 or −1. */
    static void addCube(double[] pairs, int i, double sign, double a) {
        double squareHigh = a * a;
        double squareLow = Math.fma(a, a, -squareHigh);
        double high = squareHigh * a;
        double low = Math.fma(squareHigh, a, -high);
        low = Math.fma(squareLow, a, low);
        add(pairs, i, sign * high, sign * low);
    }

    /** The rounding error of {@code sum = a + b} (Knuth's TwoSum). */
    private static double twoSumError(double a, double b, double sum) {
        double bVirtual = sum - a;
        return (a - (sum - bVirtual)) + (b - bVirtual);
    }
}
