package io.touchstone.statistics.ratio;

import io.touchstone.statistics.JointMoments;

/**
 * Numerator a and denominator b of every unit of an arm, up to the third moments, which the guard of ratios needs. A commutative
 * monoid under {@link #plus}.
 *
 * @param joint component 0 the numerator, component 1 the denominator
 * @param thirds Σ(a − mean_a)^{3−k}(b − mean_b)^k for k = 0..3; 0 for n up to 1
 */
public record RatioMoments(JointMoments joint, Thirds thirds) {

    /**
     * Centred third moments, in the units of measure cubed.
     *
     * @param aaa Σ(a − mean_a)³
     * @param aab Σ(a − mean_a)²(b − mean_b)
     * @param abb Σ(a − mean_a)(b − mean_b)²
     * @param bbb Σ(b − mean_b)³
     */
    public record Thirds(double aaa, double aab, double abb, double bbb) {

        /** Of up to one unit. */
        public static final Thirds ZERO = new Thirds(0, 0, 0, 0);

        /** @throws IllegalArgumentException for numbers that are not finite */
        public Thirds {
            if (!(Double.isFinite(aaa) && Double.isFinite(aab) && Double.isFinite(abb) && Double.isFinite(bbb))) {
                throw new IllegalArgumentException(
                        "thirds: " + aaa + ", " + aab + ", " + abb + ", " + bbb + " (expected: finite)");
            }
        }

        private Thirds plus(Thirds other) {
            return new Thirds(aaa + other.aaa, aab + other.aab, abb + other.abb, bbb + other.bbb);
        }

        /** The same units about a point that lies (da, db) below their means. */
        private Thirds about(JointMoments of, double da, double db) {
            double n = of.n();
            double aa = of.product(0, 0);
            double ab = of.product(0, 1);
            double bb = of.product(1, 1);
            return new Thirds(
                    aaa + da * (3 * aa + n * da * da),
                    aab + db * (aa + n * da * da) + 2 * da * ab,
                    abb + da * (bb + n * db * db) + 2 * db * ab,
                    bbb + db * (3 * bb + n * db * db));
        }
    }

    /** No units. */
    public static final RatioMoments NONE = new RatioMoments(JointMoments.none(2), Thirds.ZERO);

    /** @throws IllegalArgumentException for another dimension than 2, or third moments of up to one unit */
    public RatioMoments {
        if (joint.dimension() != 2) {
            throw new IllegalArgumentException("dimension: " + joint.dimension() + " (expected: 2)");
        }
        if (joint.n() <= 1 && !thirds.equals(Thirds.ZERO)) {
            throw new IllegalArgumentException("thirds: " + thirds + " (expected: 0 for n up to 1)");
        }
    }

    /** One unit. */
    public static RatioMoments of(double numerator, double denominator) {
        return new RatioMoments(JointMoments.of(numerator, denominator), Thirds.ZERO);
    }

    /** The units of both sets: the third-moment terms of Pébay 2008 (SAND2008-6212), for two components. */
    public RatioMoments plus(RatioMoments other) {
        JointMoments both = joint.plus(other.joint);
        if (both.n() <= 1) {
            return new RatioMoments(both, Thirds.ZERO);
        }
        Thirds own = thirds.about(joint, joint.mean(0) - both.mean(0), joint.mean(1) - both.mean(1));
        Thirds theirs =
                other.thirds.about(other.joint, other.joint.mean(0) - both.mean(0), other.joint.mean(1) - both.mean(1));
        return new RatioMoments(both, own.plus(theirs));
    }
}
