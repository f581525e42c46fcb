package io.touchstone.certificate;

import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.ratio.RatioMoments;

/** Power sums of pairs about a point near their means, which is faster than merging moments and exact enough here. */
final class RawPowers {
    private final double nearA;
    private final double nearB;
    private long n;
    private double a;
    private double b;
    private double aa;
    private double ab;
    private double bb;
    private double aaa;
    private double aab;
    private double abb;
    private double bbb;

    RawPowers(double nearA, double nearB) {
        this.nearA = nearA;
        this.nearB = nearB;
    }

    void add(double numerator, double denominator) {
        double x = numerator - nearA;
        double y = denominator - nearB;
        n++;
        a += x;
        b += y;
        aa += x * x;
        ab += x * y;
        bb += y * y;
        aaa += x * x * x;
        aab += x * x * y;
        abb += x * y * y;
        bbb += y * y * y;
    }

    RatioMoments moments() {
        double x = a / n;
        double y = b / n;
        double[][] products = {{aa - n * x * x, ab - n * x * y}, {ab - n * x * y, bb - n * y * y}};
        RatioMoments.Thirds thirds = new RatioMoments.Thirds(
                aaa - 3 * x * aa + 2 * n * x * x * x,
                aab - y * aa - 2 * x * ab + 2 * n * x * x * y,
                abb - x * bb - 2 * y * ab + 2 * n * x * y * y,
                bbb - 3 * y * bb + 2 * n * y * y * y);
        return new RatioMoments(JointMoments.ofProducts(n, new double[] {nearA + x, nearB + y}, products), thirds);
    }
}
