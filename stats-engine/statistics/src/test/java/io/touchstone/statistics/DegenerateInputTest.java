package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of the decision table that these methods answer. */
class DegenerateInputTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    @Test
    void proportions_emptyArm_noComparison() {
        assertReason(TwoProportionTest.compare(new Proportion(40, 400), Proportion.NONE, ALPHA), Reason.EMPTY_ARM);
        assertThat(Proportion.NONE.rate()).isEmpty();
        assertThat(Proportion.NONE.variance()).isEmpty();
    }

    @Test
    void proportions_noConversionsAnywhere_ratesAndNewcombeOnly() {
        Proportion none = new Proportion(0, 5000);
        Comparison comparison =
                TwoProportionTest.compare(none, none, ALPHA).found().orElseThrow();
        assertThat(comparison.difference()).isZero();
        assertReason(comparison.test(), Reason.ZERO_EVENTS);
        assertThat(NewcombeInterval.of(none, none, ALPHA).found()).isPresent();
        assertReason(FiellerInterval.of(none.estimate(), none.estimate(), ALPHA), Reason.CONTROL_MEAN_ZERO);
    }

    @Test
    void proportions_noConversionsInControl_differenceButNoLift() {
        Proportion control = new Proportion(0, 5000);
        Proportion treatment = new Proportion(12, 5000);
        Comparison comparison =
                TwoProportionTest.compare(control, treatment, ALPHA).found().orElseThrow();
        assertThat(comparison.test().found()).isPresent();
        assertReason(FiellerInterval.of(control.estimate(), treatment.estimate(), ALPHA), Reason.CONTROL_MEAN_ZERO);
    }

    @Test
    void proportions_noConversionsInTreatment_liftWithoutInterval() {
        Proportion control = new Proportion(12, 5000);
        Proportion treatment = new Proportion(0, 5000);
        Lift lift = FiellerInterval.of(control.estimate(), treatment.estimate(), ALPHA)
                .found()
                .orElseThrow();
        assertThat(lift.estimate()).isEqualTo(-1);
        assertReason(lift.interval(), Reason.ZERO_VARIANCE);
    }

    @Test
    void means_oneUnit_differenceButNoTest() {
        Comparison comparison = WelchTest.compare(Moments.of(3), Moments.ofVariance(250, 2, 1), ALPHA)
                .found()
                .orElseThrow();
        assertThat(comparison.difference()).isEqualTo(-1);
        assertReason(comparison.test(), Reason.TOO_FEW_UNITS);
    }

    @Test
    void means_constantButDifferent_noPValue() {
        Comparison comparison = WelchTest.compare(new Moments(100, 1, 0), new Moments(100, 2, 0), ALPHA)
                .found()
                .orElseThrow();
        assertThat(comparison.difference()).isEqualTo(1);
        assertReason(comparison.test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void means_minuteVariance_degreesOfFreedomStayFinite() {
        Comparison comparison = WelchTest.compare(
                        Moments.ofVariance(100, 0, 1e-200), Moments.ofVariance(100, 1e-101, 1e-200), ALPHA)
                .found()
                .orElseThrow();
        DifferenceTest test = comparison.test().found().orElseThrow();
        assertThat(test.degreesOfFreedom().orElseThrow()).isCloseTo(198, within(1e-9));
        assertThat(test.p()).isBetween(0.3, 0.6);
    }

    /** The statistic was infinite, and the p-value of Student's distribution NaN. */
    @Test
    void means_differenceBeyondRangeBesideItsError_noStatistic() {
        Moments still = new Moments(5, 1e200, 0);
        Moments tiny = Moments.ofVariance(94, 0, 1e-300);
        Comparison comparison = WelchTest.compare(tiny, still, ALPHA).found().orElseThrow();
        assertReason(comparison.test(), Reason.NOT_FINITE);
        assertReason(LargeSampleTest.test(1e200, 1e-300, ALPHA), Reason.NOT_FINITE);
        assertReason(SmallSampleTest.test(1e200, 1e-300, 4, ALPHA), Reason.NOT_FINITE);
    }

    @Test
    void skew_thirdMomentsThatNoSuchVarianceHas_noKappa() {
        SkewMoments odd = new SkewMoments(Moments.ofVariance(50, 0, 1e-300), 0.5);
        assertReason(SkewGuard.kappa(odd, skewed(60, 1e-300, 0)), Reason.NOT_FINITE);
        assertReason(SkewGuard.pooledKappa(odd, skewed(60, 1e-300, 0)), Reason.NOT_FINITE);
    }

    @Test
    void lift_controlWithinItsNoise_saysUnbounded() {
        Lift lift = FiellerInterval.of(new MeanEstimate(0.1, 0.05), new MeanEstimate(3, 0.05), ALPHA)
                .found()
                .orElseThrow();
        assertThat(lift.g()).isGreaterThan(1);
        assertReason(lift.interval(), Reason.RELATIVE_UNBOUNDED);
    }

    @Test
    void lift_negativeControl_isMarked() {
        Lift lift = FiellerInterval.of(new MeanEstimate(-3, 0.01), new MeanEstimate(-2, 0.01), ALPHA)
                .found()
                .orElseThrow();
        assertThat(lift.estimate()).isCloseTo(-1 / 3.0, within(1e-15));
        assertThat(lift.controlNegative()).isTrue();
    }

    @Test
    void lift_ofMpgByTransmission_agreesWithTheLiterature() {
        // R's mtcars, mpg of 13 manual against 19 automatic cars.
        Moments control = Moments.ofVariance(19, 17.147368421052633, 14.699298245614035);
        Moments treatment = Moments.ofVariance(13, 24.392307692307693, 38.025769230769232);
        Lift lift = FiellerInterval.of(control.estimate(), treatment.estimate(), ALPHA)
                .found()
                .orElseThrow();
        assertThat(lift.g()).isCloseTo(0.01010751, within(1e-8));
        Interval interval = lift.interval().found().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.19315380, within(1e-8));
        assertThat(interval.high()).isCloseTo(0.68091644, within(1e-8));
        DifferenceTest welch = WelchTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        assertThat(welch.statistic()).isCloseTo(3.7671231, within(1e-7));
        assertThat(welch.degreesOfFreedom().orElseThrow()).isCloseTo(18.332252, within(1e-6));
        assertThat(welch.p()).isCloseTo(0.001373638, within(1e-9));
    }

    @Test
    void sampleRatio_armWithoutWeight_addsNoDegreeOfFreedomAndIsReported() {
        SampleRatio ratio = SampleRatioTest.test(List.of(500L, 3L, 520L), List.of(1.0, 0.0, 1.0))
                .found()
                .orElseThrow();
        assertThat(ratio.degreesOfFreedom()).isEqualTo(1);
        assertThat(ratio.unexpectedUnits()).isEqualTo(3);
        assertThat(ratio.expected()).containsExactly(510.0, 0.0, 510.0);
        assertThat(ratio.statistic()).isCloseTo(200 / 510.0, within(1e-12));
    }

    @Test
    void sampleRatio_oneArmEmpty_isEvaluated() {
        assertThat(SampleRatioTest.test(List.of(400L, 0L), List.of(1.0, 1.0))
                        .found()
                        .orElseThrow()
                        .p())
                .isLessThan(1e-80);
    }

    @Test
    void sampleRatio_nothingToCompare_hasAReason() {
        assertReason(SampleRatioTest.test(List.of(0L, 0L), List.of(1.0, 1.0)), Reason.EMPTY_ARM);
        assertReason(SampleRatioTest.test(List.of(9L, 0L), List.of(1.0, 0.0)), Reason.SINGLE_ARM);
        assertThatThrownBy(() -> SampleRatioTest.test(List.of(1L), List.of(1.0, 1.0)))
                .hasMessage("weights: 2 of them (expected: 1, one for each arm)");
        assertThatThrownBy(() -> SampleRatioTest.test(List.of(1L, 2L), List.of(1.0, -1.0)))
                .hasMessage("weight: -1.0 (expected: finite, 0 or more)");
    }

    @Test
    void skew_ofUnequalArms_followsTheFormula() {
        // κ = (γ_t s_t³/n_t² − γ_c s_c³/n_c²)/(s_t²/n_t + s_c²/n_c)^{3/2} with γs³ = k3.
        SkewMoments control = skewed(1000, 3, 50);
        SkewMoments treatment = skewed(9000, 3, 50);
        double k = 50.0;
        double expected = (k / 9000 / 9000 - k / 1000 / 1000) / Math.pow(3.0 / 9000 + 3.0 / 1000, 1.5);
        double kappa = SkewGuard.kappa(control, treatment).found().orElseThrow();
        assertThat(kappa).isCloseTo(expected, within(1e-12));
        assertThat(Math.abs(kappa)).isGreaterThan(SkewGuard.LIMIT);
        assertThat(SkewGuard.kappa(control, control).found().orElseThrow()).isZero();
        assertReason(SkewGuard.kappa(SkewMoments.of(1), control), Reason.TOO_FEW_UNITS);
    }

    private static SkewMoments skewed(long n, double variance, double thirdCumulant) {
        double m3 = thirdCumulant * (n - 1.0) * (n - 2.0) / n;
        return new SkewMoments(Moments.ofVariance(n, 1, variance), m3);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> {
            assertThat(missing.reason()).isEqualTo(reason);
            assertThat(missing.text()).endsWith(".").doesNotContain("NaN", "Infinity");
        });
    }
}
