package io.touchstone.statistics;

/** The direction of a one-sided alternative. */
public enum Side {
    /** The difference is above the value tested. */
    GREATER(1),
    /** The difference is below the value tested. */
    LESS(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** 1 for above, −1 for below. */
    public int sign() {
        return sign;
    }

    /** The normal tail on this side, at least {@link Normal#SMALLEST_P}. */
    public double p(double z) {
        return Math.max(Normal.SMALLEST_P, Normal.upperTail(sign * z));
    }

    /** The tail of Student's distribution on this side, at least {@link Normal#SMALLEST_P}. */
    public double p(double t, double degreesOfFreedom) {
        double half = StudentT.twoSidedP(t, degreesOfFreedom) / 2;
        return Math.max(Normal.SMALLEST_P, sign * t >= 0 ? half : 1 - half);
    }
}
