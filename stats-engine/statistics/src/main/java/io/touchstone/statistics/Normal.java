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

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SCALED_CENTRE = 3.75;
    /**
     * ((1 + 2x)·exp(x²)·erfc(x) − 1)/(t + 1) as a polynomial in t = (x − 3.75)/(x + 3.75), which takes all x ≥ 0 to [−1, 1]: the
     * form of Shepherd and Laframboise 1981 (Math. Comp. 36:249), written so that erfc(0) is exactly 1. Coefficients by Chebyshev
     * interpolation with 60 digits of mpmath 1.3; relative error of exp(x²)·erfc(x) below 1e-15 for every x.
     */
    private static final double[] SCALED_ERFC = {
        0.2375126308378276,
        -0.3777532294233746,
        0.381338644908839,
        -0.299061906418688,
        0.19025797627693913,
        -0.09795365511674081,
        0.039260256527104034,
        -0.01089797910558844,
        0.001151399547559163,
        0.0006042262848625898,
        -0.000310512619271245,
        2.035863998137733e-5,
        3.1290458911305075e-5,
        -8.906546874754394e-6,
        -2.5375993629461304e-6,
        1.5647497807350086e-6,
        1.8688786811405364e-7,
        -2.451506789020614e-7,
        -1.3517828259497434e-8,
        3.780759118498614e-8,
        8.677430572362149e-10,
        -5.257027217222543e-9,
        8.303700321123361e-11,
        4.626787272592352e-10,
        -3.75315827795962e-11
    };

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

    /** exp(z²/2)·P(Z > z) for {@code z ≥ 0}: the tail over the curve; does not underflow. */
    public static double scaledUpperTail(double z) {
        return scaledErfc(z / SQRT_2) / 2;
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
        return Math.exp(-x * x) * scaledErfc(x);
    }

    /** exp(x²)·erfc(x) for {@code x ≥ 0}; does not underflow. */
    static double scaledErfc(double x) {
        double fromZero = 2 * SCALED_CENTRE / (x + SCALED_CENTRE);
        return (1 + (2 - fromZero) * polynomial(SCALED_ERFC, 1 - fromZero)) / (1 + 2 * x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
