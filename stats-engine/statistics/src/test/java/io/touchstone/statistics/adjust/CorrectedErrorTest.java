package io.touchstone.statistics.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.WelchTest;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectedErrorTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    /** Outcome and one covariate of 12 units; the second arm is the first one mirrored, so that both leave the same residuals. */
    private static JointMoments arm(int sign, double shift) {
        Random random = new Random(3);
        JointMoments arm = JointMoments.none(2);
        for (int i = 0; i < 12; i++) {
            double x = random.nextGaussian();
            double y = 0.7 * x + random.nextGaussian();
            arm = arm.plus(JointMoments.of(sign * y + shift, sign * x + shift));
        }
        return arm;
    }

    @Test
    void oneSlope_armsOfEqualSpread_isTheAnalysisOfCovariance() {
        JointMoments control = arm(1, 0);
        JointMoments treatment = arm(-1, 0.5);
        AdjustedMeans means =
                Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT).found().orElseThrow();
        CorrectedError error = means.corrected().found().orElseThrow();
        double s = control.product(1, 1) + treatment.product(1, 1);
        double theta = (control.product(0, 1) + treatment.product(0, 1)) / s;
        double rest = control.product(0, 0) + treatment.product(0, 0) - theta * theta * s;
        double gap = treatment.mean(1) - control.mean(1);
        assertThat(error.variance()).isCloseTo(rest / 21 * (2.0 / 12 + gap * gap / s), within(1e-12));
        assertThat(error.degreesOfFreedom()).isCloseTo(21, within(1e-9));
        assertThat(error.variance()).isGreaterThan(means.varianceOfDifference());
    }

    @Test
    void slopesPerArm_withoutDifferenceOfSlopes_isTheErrorOfTwoRegressionLines() {
        JointMoments control = arm(1, 0);
        JointMoments treatment = arm(-1, 0.5);
        AdjustedMeans means =
                Cuped.adjust(control, treatment, SlopesPer.ARM).found().orElseThrow();
        double theta = control.product(0, 1) / control.product(1, 1);
        double unit = (control.product(0, 0) - theta * control.product(0, 1)) / 10;
        double half = (treatment.mean(1) - control.mean(1)) / 2;
        double line = unit * (1.0 / 12 + half * half / control.product(1, 1));
        CorrectedError error = means.corrected().found().orElseThrow();
        assertThat(error.variance()).isCloseTo(2 * line, within(1e-12));
        assertThat(error.degreesOfFreedom()).isCloseTo(20, within(1e-9));
    }

    @Test
    void guarded_asManyCovariatesAsUnitsAllow_isRefused() {
        JointMoments arm = JointMoments.none(3).plus(JointMoments.of(1, 2, 5)).plus(JointMoments.of(2, 4, 1));
        JointMoments other = JointMoments.none(3).plus(JointMoments.of(3, 1, 0)).plus(JointMoments.of(1, 7, 2));
        AdjustedMeans means =
                Cuped.adjust(arm, other, SlopesPer.EXPERIMENT).found().orElseThrow();
        assertThat(means.guarded(ALPHA).test())
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_FEW_UNITS));
    }

    @Test
    void guarded_covariateThatIsTheOutcome_hasNoError() {
        JointMoments arm = JointMoments.none(2)
                .plus(JointMoments.of(1, 1))
                .plus(JointMoments.of(2, 2))
                .plus(JointMoments.of(4, 4));
        AdjustedMeans means =
                Cuped.adjust(arm, arm, SlopesPer.EXPERIMENT).found().orElseThrow();
        assertThat(means.guarded(ALPHA).test())
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.ZERO_VARIANCE));
    }

    @Test
    void correctedError_withoutSpread_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrectedError(0, 3))
                .withMessage("variance: 0.0 (expected: finite, above 0)");
    }

    @Test
    void strata_oneStratum_isWelch() {
        Moments control = Moments.ofVariance(9, 3, 2);
        Moments treatment = Moments.ofVariance(30, 4, 7);
        CombinedStrata combined = PostStratification.of(List.of(new Stratum("all", control, treatment)))
                .found()
                .orElseThrow();
        DifferenceTest found = combined.guarded(ALPHA).test().found().orElseThrow();
        DifferenceTest welch = WelchTest.compare(control, treatment, ALPHA)
                .found()
                .orElseThrow()
                .test()
                .found()
                .orElseThrow();
        assertThat(found.degreesOfFreedom().orElseThrow())
                .isCloseTo(welch.degreesOfFreedom().orElseThrow(), within(1e-9));
        assertThat(found.interval().low()).isCloseTo(welch.interval().low(), within(1e-12));
        assertThat(found.p()).isCloseTo(welch.p(), within(1e-12));
    }

    @Test
    void strata_varianceTakenAsKnown_isTheNormalDistribution() {
        StratumEstimate known = new StratumEstimate(
                "phase",
                1,
                PairEstimate.independent(new MeanEstimate(1, 0.2), new MeanEstimate(2, 0.3)),
                0.5,
                OptionalDouble.empty());
        CombinedStrata combined = CombinedStrata.of(List.of(known));
        assertThat(combined.guarded(ALPHA)).isEqualTo(combined.compare(ALPHA));
    }
}
