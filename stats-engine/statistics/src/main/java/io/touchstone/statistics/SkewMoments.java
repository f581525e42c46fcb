package io.touchstone.statistics;

/**
 * {@link Moments} with the centred third moment. A commutative monoid under {@link #plus}.
 *
 * @param moments number, mean, centred second moment
 * @param m3 Σ(y − mean)³, in the unit cubed; 0 where n ≤ 1
 */
public record SkewMoments(Moments moments, double m3) {

    /** No units. */
    public static final SkewMoments NONE = new SkewMoments(Moments.NONE, 0);

    /** @throws IllegalArgumentException for a third moment that is not finite, or not 0 for n up to 1 */
    public SkewMoments {
        if (!Double.isFinite(m3) || moments.n() <= 1 && m3 != 0) {
            throw new IllegalArgumentException("m3: " + m3 + " (expected: finite, and 0 for n up to 1)");
        }
    }

    /** One unit's value. */
    public static SkewMoments of(double value) {
        return new SkewMoments(Moments.of(value), 0);
    }

    /** The units of both sets: the third-moment term of Pébay 2008 (SAND2008-6212). */
    public SkewMoments plus(SkewMoments other) {
        double na = moments.n();
        double nb = other.moments.n();
        if (na == 0) {
            return other;
        }
        if (nb == 0) {
            return this;
        }
        double n = na + nb;
        double delta = other.moments.mean() - moments.mean();
        double cubic = delta * delta * delta * (na / n) * (nb / n) * (na - nb);
        double mixed = 3 * delta * (na / n * other.moments.m2() - nb / n * moments.m2());
        return new SkewMoments(moments.plus(other.moments), m3 + other.m3 + cubic + mixed);
    }
}
