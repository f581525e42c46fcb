package io.touchstone.statistics;

import org.apache.commons.math3.special.Gamma;

/**
 * Student's distribution for real degrees of freedom, with relative accuracy in the tails (about 1e-12).
 *
 * <p>P(|T| > t) = I_x(ν/2, 1/2) with x = ν/(ν + t²). commons-math3's incomplete beta takes its prefactor from differences of
 * log-gamma values near 1e5 to 1e12 and needs √ν steps; with millions of units that leaves 6 digits and a second of work.
 * Here large ν use the expansion of DiDonato and Morris 1992 (TOMS 18(3), algorithm 708, BGRAT), small ν the continued
 * fraction.
 */
public final class StudentT {

    /** From this a = ν/2 on, the expansions in 1/a are exact to double precision. */
    private static final double LARGE = 20;
    /** The expansion's terms fall like (ln x / 2π)²ⁿ; above this x a dozen of them are enough. */
    private static final double NEAR_ONE = 0.7;

    private static final int TERMS = 24;
    /** Of b = ½, the only one there is. */
    private static final double[] WEIGHTS = weights(0.5);

    private StudentT() {}

    /**
     * P(|T| > |t|), at least {@link Normal#SMALLEST_P}.
     *
     * @param degreesOfFreedom above 0; need not be whole
     * @throws IllegalArgumentException for degrees of freedom that are not above 0 and finite, or a t that is no number
     */
    public static double twoSidedP(double t, double degreesOfFreedom) {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("t: NaN (expected: a number)");
        }
        return Math.max(Normal.SMALLEST_P, bothTails(Math.abs(t), requirePositive(degreesOfFreedom)));
    }

    /** The t with P(T > t) = {@code tail}, for {@code tail} in (0, 0.5]. */
    public static double upperQuantile(double tail, double degreesOfFreedom) {
        requirePositive(degreesOfFreedom);
        if (!(tail > 0 && tail <= 0.5)) {
            throw new IllegalArgumentException("tail: " + tail + " (expected: above 0, at most 0.5)");
        }
        if (tail == 0.5) {
            return 0;
        }
        return solve(2 * tail, degreesOfFreedom);
    }

    /** Newton on ln P(|T| > t) as a function of ln t, where it is nearly straight; kept inside a bracket. */
    private static double solve(double bothTails, double nu) {
        double low = 0;
        double high = Normal.upperQuantile(bothTails / 2) + 1;
        while (bothTails(high, nu) > bothTails) {
            low = high;
            high *= 2;
        }
        double t = (low + high) / 2;
        for (int step = 0; step < 200; step++) {
            double p = bothTails(t, nu);
            if (p > bothTails) {
                low = t;
            } else {
                high = t;
            }
            double slope = -2 * density(t, nu) * t / p;
            double next = t * Math.exp(-Math.log(p / bothTails) / slope);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - t) <= 1e-15 * t) {
                return next;
            }
            t = next;
        }
        return t;
    }

    private static double density(double t, double nu) {
        return gammaRatio(nu / 2) / Math.sqrt(nu * Math.PI) * Math.exp(-(nu + 1) / 2 * Math.log1p(t * t / nu));
    }

    private static double bothTails(double t, double nu) {
        if (t == 0) {
            return 1;
        }
        double a = nu / 2;
        double square = t * t / nu;
        if (Double.isInfinite(square)) {
            // x is 0 to all digits: xᵃ/(a·B(a, ½)) with ln x = ln ν − 2 ln t, whose square would overflow.
            return Math.exp(a * (Math.log(nu) - 2 * Math.log(t))) * gammaRatio(a) / (a * Math.sqrt(Math.PI));
        }
        double x = 1 / (1 + square);
        if (a >= LARGE && x > NEAR_ONE) {
            return expansion(a, Math.log1p(square));
        }
        // Beyond the mean of the beta distribution the fraction converges fast on the other side.
        if (x < (a + 1) / (a + 2.5)) {
            return prefactor(a, square) / a * BetaFraction.value(a, 0.5, x);
        }
        return 1 - 2 * prefactor(a, square) * BetaFraction.value(0.5, a, square / (1 + square));
    }

    /** xᵃ(1 − x)^½ / B(a, ½). */
    private static double prefactor(double a, double square) {
        return Math.exp(-a * Math.log1p(square))
                * Math.sqrt(square / (1 + square))
                * gammaRatio(a)
                / Math.sqrt(Math.PI);
    }

    /**
     * I_x(a, ½) for large a and x near 1, every term carrying the factor e^(−u) that is taken out.
     *
     * @param minusLogX −ln x
     */
    private static double expansion(double a, double minusLogX) {
        double b = 0.5;
        double big = a - 0.25;
        double u = big * minusLogX;
        double density = Math.sqrt(u / Math.PI);
        double quarter = 1 / (4 * big * big);
        double logSquare = minusLogX * minusLogX / 4;
        double integral = Normal.scaledErfc(Math.sqrt(u));
        double sum = integral;
        double power = 1;
        for (int n = 1; n < TERMS; n++) {
            int k = n - 1;
            integral = quarter * ((b + 2 * k) * (b + 2 * k + 1) * integral + (u + b + 2 * k + 1) * power * density);
            power *= logSquare;
            sum += WEIGHTS[n] * integral;
            if (Math.abs(WEIGHTS[n] * integral) < 1e-18 * sum) {
                break;
            }
        }
        return Math.min(1, gammaRatio(a) / Math.sqrt(big) * Math.exp(-u) * sum);
    }

    /** The coefficients pₙ of DiDonato and Morris 1992, equations 9 to 9.6. */
    private static double[] weights(double b) {
        double[] inverseFactorial = new double[TERMS];
        double factorial = 1;
        for (int m = 0; m < TERMS; m++) {
            inverseFactorial[m] = 1 / factorial;
            factorial *= (2.0 * m + 2) * (2.0 * m + 3);
        }
        double[] p = new double[TERMS];
        p[0] = 1;
        for (int n = 1; n < TERMS; n++) {
            double sum = 0;
            for (int m = 1; m < n; m++) {
                sum += (m * b - n) * inverseFactorial[m] * p[n - m];
            }
            p[n] = (b - 1) * inverseFactorial[n] + sum / n;
        }
        return p;
    }

    /** Γ(a + ½)/Γ(a); for large a by its series in 1/a, whose terms follow from the Bernoulli polynomials. */
    static double gammaRatio(double a) {
        if (a < LARGE) {
            return Math.exp(Gamma.logGamma(a + 0.5) - Gamma.logGamma(a));
        }
        double r = 1 / (a * a);
        double series = -1 / 8.0 + r * (1 / 192.0 + r * (-1 / 640.0 + r * (17 / 14336.0 - r * 31 / 18432.0)));
        return Math.sqrt(a) * Math.exp(series / a);
    }

    private static double requirePositive(double nu) {
        if (!(nu > 0 && nu < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("degreesOfFreedom: " + nu + " (expected: finite, above 0)");
        }
        return nu;
    }
}
