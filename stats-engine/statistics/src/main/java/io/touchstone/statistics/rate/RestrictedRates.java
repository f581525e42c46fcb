package io.touchstone.statistics.rate;

import io.touchstone.statistics.Proportion;

/**
 * The likeliest rates of two arms among those with a given difference: the middle root of the cubic of Farrington and Manning
 * 1990 (Statistics in Medicine 9:1447, appendix).
 *
 * @param control rate of the control, 0 to 1
 * @param treatment rate of the treatment, 0 to 1
 */
public record RestrictedRates(double control, double treatment) {

    /**
     * The rates with treatment − control = {@code gap}, up to rounding.
     *
     * @param gap inside [−1, 1]
     * @throws IllegalArgumentException for an arm without units, or a gap outside
     */
    public static RestrictedRates at(Proportion control, Proportion treatment, double gap) {
        if (!(gap >= -1 && gap <= 1)) {
            throw new IllegalArgumentException("gap: " + gap + " (expected: -1..1)");
        }
        double pc = control.rate().orElseThrow(() -> noUnits("control"));
        double pt = treatment.rate().orElseThrow(() -> noUnits("treatment"));
        double theta = (double) control.trials() / treatment.trials();
        double likely = middleRoot(pt, pc, gap, theta);
        return new RestrictedRates(Math.clamp(likely - gap, 0.0, 1.0), Math.clamp(likely, 0.0, 1.0));
    }

    /**
     * The likeliest rates with treatment = {@code factor} · control, up to rounding: the smaller root of the quadratic of Farrington and
     * Manning 1990, appendix.
     *
     * @param factor above 0, finite
     * @throws IllegalArgumentException for an arm without units, or a factor outside
     */
    public static RestrictedRates atRatio(Proportion control, Proportion treatment, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor: " + factor + " (expected: finite, above 0)");
        }
        double pc = control.rate().orElseThrow(() -> noUnits("control"));
        double pt = treatment.rate().orElseThrow(() -> noUnits("treatment"));
        double theta = (double) control.trials() / treatment.trials();
        double a = 1 + theta;
        double b = -(factor * (1 + theta * pc) + theta + pt);
        double c = factor * (pt + theta * pc);
        // b is negative: the product of the roots gives the smaller one without subtraction.
        double likely = 2 * c / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
        return new RestrictedRates(Math.clamp(likely / factor, 0.0, 1.0), Math.clamp(likely, 0.0, 1.0));
    }

    /** Squared standard error of treatment − factor · control at these rates. */
    public double varianceOfRatio(double factor, long controlUnits, long treatmentUnits) {
        return factor * factor * control * (1 - control) / controlUnits + treatment * (1 - treatment) / treatmentUnits;
    }

    /** Third cumulant of treatment − factor · control at these rates. */
    double thirdOfRatio(double factor, long controlUnits, long treatmentUnits) {
        return third(treatment) / treatmentUnits / treatmentUnits
                - factor * factor * factor * third(control) / controlUnits / controlUnits;
    }

    /** Squared standard error of the difference at these rates. */
    public double variance(long controlUnits, long treatmentUnits) {
        return control * (1 - control) / controlUnits + treatment * (1 - treatment) / treatmentUnits;
    }

    /** Third cumulant of the difference at these rates. */
    double third(long controlUnits, long treatmentUnits) {
        return third(treatment) / treatmentUnits / treatmentUnits - third(control) / controlUnits / controlUnits;
    }

    private static double third(double rate) {
        return rate * (1 - rate) * (1 - 2 * rate);
    }

    private static double middleRoot(double pt, double pc, double gap, double theta) {
        double a = 1 + theta;
        double b = -(1 + theta + pt + theta * pc + gap * (theta + 2));
        double c = gap * gap + gap * (2 * pt + theta + 1) + pt + theta * pc;
        double d = -pt * gap * (1 + gap);
        double third = b / (3 * a);
        double v = third * third * third - b * c / (6 * a * a) + d / (2 * a);
        double square = third * third - c / (3 * a);
        double u = Math.copySign(Math.sqrt(Math.max(0, square)), v);
        double cosine = u == 0 ? 0 : Math.clamp(v / (u * u * u), -1.0, 1.0);
        return 2 * u * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
    }

    private static IllegalArgumentException noUnits(String arm) {
        return new IllegalArgumentException(arm + ": 0 units (expected: 1 or more)");
    }
}
