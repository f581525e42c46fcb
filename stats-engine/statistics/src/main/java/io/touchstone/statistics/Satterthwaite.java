package io.touchstone.statistics;

/** Degrees of freedom of a sum of two estimated variances: Satterthwaite 1946 (Biometrics Bulletin 2:110). */
public final class Satterthwaite {

    private Satterthwaite() {}

    /**
     * (v_1 + v_2)²/(v_1²/f_1 + v_2²/f_2).
     *
     * @param first variance, 0 or more
     * @param firstFreedom its degrees of freedom, above 0
     * @param second the other variance, 0 or more
     * @param secondFreedom its degrees of freedom, above 0
     * @return between the smaller of the two and their sum; the sum where both variances are 0
     */
    public static double degreesOfFreedom(double first, double firstFreedom, double second, double secondFreedom) {
        // Shares instead of fourth powers: the squares of very small variances would underflow.
        double share = first + second == 0 ? firstFreedom / (firstFreedom + secondFreedom) : first / (first + second);
        return 1 / (share * share / firstFreedom + (1 - share) * (1 - share) / secondFreedom);
    }
}
