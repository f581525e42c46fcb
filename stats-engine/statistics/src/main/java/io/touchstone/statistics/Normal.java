package io.touchstone.statistics;

/**
 * The standard normal distribution with relative accuracy in both tails (about 1e-13, down to probabilities of 1e-300).
 *
 * <p>Not taken from commons-math3: its distribution function gives the upper tail as a difference from 1, and its quantile
 * loses digits in the tails.
 */
public final class Normal {

    /** The smallest p-value reported; a smaller one is given as this bound, never as 0. */
    public static final double SMALLEST_P = Double.MIN_NORMAL;

    private static final double SQRT_PI = Math.sqrt(Math.PI);
    private static final double SQRT_2 = Math.sqrt(2);
    /** Where the series for erf hands over to the continued fraction for erfc; both are short and exact there. */
    private static final double SWITCH = 2;

    private static final double[] CENTRE_NUMERATOR = {
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3
    };
    private static final double[] CENTRE_DENOMINATOR = {
        1,
        4.2313330701600911252e+1,
        6.8718700749205790830e+2,
        5.3941960214247511077e+3,
        2.1213794301586595867e+4,
        3.9307895800092710610e+4,
        2.8729085735721942674e+4,
        5.2264952788528545610e+3
    };
    private static final double[] MIDDLE_NUMERATOR = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] TAIL_NUMERATOR = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] TAIL_DENOMINATOR = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private Normal() {}

    /** P(Z > z). */
    public static double upperTail(double z) {
        double x = z / SQRT_2;
        return x >= 0 ? erfc(x) / 2 : 1 - erfc(-x) / 2;
    }

    /**
     * P(|Z| > |z|), at least {@link #SMALLEST_P}.
     *
     * @throws IllegalArgumentException for a z that is no number: the larger of NaN and a bound would be NaN
     */
    public static double twoSidedP(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z: NaN (expected: a number)");
        }
        return Math.max(SMALLEST_P, erfc(Math.abs(z) / SQRT_2));
    }

    /** The z with P(Z > z) = {@code tail}. */
    public static double upperQuantile(double tail) {
        return -quantile(tail);
    }

    /**
     * The z with P(Z ≤ z) = {@code p}: Wichura 1988, algorithm AS 241 (PPND16), relative accuracy about 1e-16.
     *
     * @throws IllegalArgumentException for {@code p} outside (0, 1)
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: above 0 and below 1)");
        }
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
        }
        double r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
        double z = r <= 5
                ? polynomial(MIDDLE_NUMERATOR, r - 1.6) / polynomial(MIDDLE_DENOMINATOR, r - 1.6)
                : polynomial(TAIL_NUMERATOR, r - 5) / polynomial(TAIL_DENOMINATOR, r - 5);
        return q < 0 ? -z : z;
    }

    /** erfc(x) for {@code x ≥ 0}. */
    static double erfc(double x) {
        return x < SWITCH ? 1 - erfBySeries(x) : Math.exp(-x * x) * scaledByFraction(x);
    }

    /** exp(x²)·erfc(x) for {@code x ≥ 0}; does not underflow. */
    static double scaledErfc(double x) {
        return x < SWITCH ? Math.exp(x * x) * (1 - erfBySeries(x)) : scaledByFraction(x);
    }

    /** Abramowitz and Stegun 7.1.6; all terms are positive, so nothing cancels. */
    private static double erfBySeries(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }
        return 2 / SQRT_PI * Math.exp(-x * x) * sum;
    }

    /**
     * Abramowitz and Stegun 7.1.14, evaluated backwards. The depth falls with 1/x² and leaves an error below 1e-16 from
     * {@code x = 2} on (checked against 40 digits of mpmath).
     */
    private static double scaledByFraction(double x) {
        int depth = (int) (20 + 320 / (x * x));
        double fraction = x;
        for (int k = depth; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return 1 / (SQRT_PI * fraction);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
