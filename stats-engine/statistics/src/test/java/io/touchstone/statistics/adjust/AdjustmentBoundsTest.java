package io.touchstone.statistics.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Adjustments solved by hand, and the fewest units that allow one. */
class AdjustmentBoundsTest {

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    private static JointMoments units(double[]... rows) {
        JointMoments moments = JointMoments.none(rows[0].length);
        for (double[] row : rows) {
            moments = moments.plus(JointMoments.of(row));
        }
        return moments;
    }

    @Test
    void slopes_ofThreeCovariates_solveTheNormalEquations() {
        Random random = new Random(5);
        JointMoments cell = JointMoments.none(4);
        for (int i = 0; i < 50; i++) {
            double a = random.nextGaussian();
            double b = a + random.nextGaussian();
            double c = a - b + 0.5 * random.nextGaussian();
            cell = cell.plus(JointMoments.of(2 * a - 3 * b + 0.5 * c + random.nextGaussian(), a, b, c));
        }
        Slopes slopes = Slopes.pooled(List.of(cell));
        assertThat(slopes.leftOut()).isEmpty();
        for (int i = 1; i < 4; i++) {
            double fitted = 0;
            for (int j = 1; j < 4; j++) {
                fitted += slopes.theta().get(j - 1) * cell.product(i, j);
            }
            assertThat(fitted).isCloseTo(cell.product(i, 0), within(1e-10));
        }
    }

    @Test
    void slopes_ofCovariatesExactlyKnown_areThem() {
        // y = 3a − 2b on four points, with a and b correlated; c repeats a + b and says nothing new.
        JointMoments cell = units(
                new double[] {0, 0, 0, 0},
                new double[] {3, 1, 0, 1},
                new double[] {1, 1, 1, 2},
                new double[] {4, 2, 1, 3},
                new double[] {-4, 0, 2, 2});
        Slopes slopes = Slopes.pooled(List.of(cell));
        assertThat(slopes.theta().get(0)).isCloseTo(3, within(1e-12));
        assertThat(slopes.theta().get(1)).isCloseTo(-2, within(1e-12));
        assertThat(slopes.theta().get(2)).isZero();
        assertThat(slopes.leftOut()).containsExactly(2);
        assertThat(slopes.adjusts()).isTrue();
        assertThat(new Slopes(List.of(0.0), List.of(0)).adjusts()).isFalse();
    }

    @Test
    void cuped_ofTwoUnitsAnArm_isEnough_andPerArmNeedsOneMore() {
        JointMoments two = units(new double[] {1, 1}, new double[] {3, 2});
        JointMoments three = two.plus(JointMoments.of(2, 4));
        JointMoments one = JointMoments.of(1, 1);
        assertThat(Cuped.adjust(two, two, SlopesPer.EXPERIMENT).found()).isPresent();
        assertReason(Cuped.adjust(one, three, SlopesPer.EXPERIMENT), Reason.TOO_FEW_UNITS);
        assertReason(Cuped.adjust(three, one, SlopesPer.EXPERIMENT), Reason.TOO_FEW_UNITS);
        assertThat(Cuped.adjust(three, three, SlopesPer.ARM).found()).isPresent();
        assertReason(Cuped.adjust(two, three, SlopesPer.ARM), Reason.TOO_FEW_UNITS);
        assertReason(Cuped.adjust(three, two, SlopesPer.ARM), Reason.TOO_FEW_UNITS);
        assertReason(Cuped.adjust(JointMoments.none(2), three, SlopesPer.ARM), Reason.EMPTY_ARM);
        assertReason(Cuped.adjust(three, JointMoments.none(2), SlopesPer.EXPERIMENT), Reason.EMPTY_ARM);
    }

    @Test
    void cuped_ofSlopesThatDoNotFit_isRefused() {
        JointMoments two = units(new double[] {1, 1}, new double[] {3, 2});
        JointMoments wide = units(new double[] {1, 1, 0}, new double[] {3, 2, 1});
        assertThatThrownBy(() -> Cuped.adjust(two, two, new Slopes(List.of(), List.of())))
                .hasMessage("slopes: 0 of them (expected: 1, one for each covariate of both arms)");
        assertThatThrownBy(() -> Cuped.adjust(two, wide, new Slopes(List.of(1.0), List.of())))
                .hasMessage("slopes: 1 of them (expected: 1, one for each covariate of both arms)");
    }

    @Test
    void cuped_perArm_sharesTheNoiseOfTheCovariateMeans() {
        // Lin 2013: each mean is moved to the covariate mean of both arms, which both of them share.
        JointMoments control = units(
                new double[] {1, 0}, new double[] {2, 1}, new double[] {5, 2}, new double[] {4, 3}, new double[] {3, 1
                });
        JointMoments treatment = units(
                new double[] {2, 1}, new double[] {6, 2}, new double[] {9, 4}, new double[] {7, 4}, new double[] {8, 3
                });
        AdjustedMeans adjusted =
                Cuped.adjust(control, treatment, SlopesPer.ARM).found().orElseThrow();
        double own = control.product(0, 1) / control.product(1, 1);
        double other = treatment.product(0, 1) / treatment.product(1, 1);
        double overall = (control.mean(1) + treatment.mean(1)) / 2;
        assertThat(adjusted.pair().control().mean())
                .isCloseTo(control.mean(0) - own * (control.mean(1) - overall), within(1e-14));
        assertThat(adjusted.pair().treatment().mean())
                .isCloseTo(treatment.mean(0) - other * (treatment.mean(1) - overall), within(1e-14));
        // Cov of the two: θ_c θ_t times the variance of the common mean; residuals of an arm's own slope are
        // orthogonal.
        double common = 0.25 * (control.covariance(1, 1) / 5 + treatment.covariance(1, 1) / 5);
        assertThat(adjusted.pair().covariance()).isCloseTo(own * other * common, within(1e-14));
        double residual = (control.product(0, 0) - own * control.product(0, 1)) / 3;
        assertThat(adjusted.controlVariance()).isCloseTo(residual, within(1e-13));
        assertThat(adjusted.pair().control().varianceOfMean())
                .isCloseTo(residual / 5 + own * own * common, within(1e-13));
    }

    @Test
    void cuped_ofOneSlope_hasResidualsThatAreSharedAcrossTheArms() {
        JointMoments control =
                units(new double[] {1, 0}, new double[] {2, 1}, new double[] {5, 2}, new double[] {4, 5});
        JointMoments treatment = units(new double[] {2, 1}, new double[] {6, 2}, new double[] {9, 4});
        double theta = 0.5;
        AdjustedMeans adjusted = Cuped.adjust(control, treatment, new Slopes(List.of(theta), List.of()))
                .found()
                .orElseThrow();
        // y_c − θ(x̄_c − x̄) with x̄ the mean over 4 and 3 units: Cov = Σ over the arms of their shares.
        double c = (control.covariance(0, 1) - theta * control.covariance(1, 1)) / 4;
        double t = (treatment.covariance(0, 1) - theta * treatment.covariance(1, 1)) / 3;
        double spread = (16 * control.covariance(1, 1) / 4 + 9 * treatment.covariance(1, 1) / 3) / 49;
        assertThat(adjusted.pair().covariance())
                .isCloseTo(theta * (4 * c + 3 * t) / 7 + theta * theta * spread, within(1e-14));
    }

    @Test
    void cuped_ofConstantOutcomes_removesNothing() {
        JointMoments still = units(new double[] {4, 1}, new double[] {4, 2}, new double[] {4, 5});
        AdjustedMeans adjusted =
                Cuped.adjust(still, still, SlopesPer.EXPERIMENT).found().orElseThrow();
        assertThat(adjusted.varianceReduction()).isZero();
        assertThat(adjusted.degreesOfFreedom()).isEmpty();
        assertReason(adjusted.compare(Alpha.FIVE_PERCENT).test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void strata_ofUnequalWeights_squareThemInTheVariance() {
        StratumEstimate small = new StratumEstimate(
                "small",
                1,
                new PairEstimate(new MeanEstimate(2, 0.4), new MeanEstimate(3, 0.9), 0.3),
                0.7,
                OptionalDouble.empty());
        StratumEstimate large = new StratumEstimate(
                "large",
                3,
                new PairEstimate(new MeanEstimate(6, 0.16), new MeanEstimate(7, 0.64), -0.08),
                0.96,
                OptionalDouble.empty());
        CombinedStrata combined = CombinedStrata.of(List.of(small, large));
        assertThat(combined.pair().control().mean()).isCloseTo(5, within(1e-15));
        assertThat(combined.pair().treatment().mean()).isCloseTo(6, within(1e-15));
        assertThat(combined.pair().control().varianceOfMean()).isCloseTo((0.4 + 9 * 0.16) / 16, within(1e-15));
        assertThat(combined.pair().treatment().varianceOfMean()).isCloseTo((0.9 + 9 * 0.64) / 16, within(1e-15));
        assertThat(combined.pair().covariance()).isCloseTo((0.3 - 9 * 0.08) / 16, within(1e-15));
        assertThat(combined.varianceOfDifference()).isCloseTo((0.7 + 9 * 0.96) / 16, within(1e-15));
        assertThatThrownBy(() -> CombinedStrata.of(List.of())).hasMessage("weights: 0.0 in all (expected: above 0)");
        assertReason(PostStratification.of(List.of(new Stratum("none", Moments.NONE, Moments.NONE))), Reason.EMPTY_ARM);
    }

    @Test
    void ratioCuped_dimensionsThatAreNoPairs_areRefused() {
        JointMoments four = JointMoments.none(4);
        for (JointMoments wrong : List.of(JointMoments.none(2), JointMoments.none(5))) {
            assertThatThrownBy(() -> RatioCuped.adjust(wrong, wrong))
                    .hasMessage("dimension: " + wrong.dimension() + " and " + wrong.dimension()
                            + " (expected: an even number, 4 or more, the same in both arms)");
        }
        assertThatThrownBy(() -> RatioCuped.adjust(four, JointMoments.none(6)))
                .hasMessageStartingWith("dimension: 4 and 6 (expected:");
    }

    @Test
    void ratioCuped_ofTwoRatios_movesEachArmToTheRatioOfBoth() {
        Random random = new Random(3);
        JointMoments control = ratios(random, 40, 0);
        JointMoments treatment = ratios(random, 60, 1);
        AdjustedMeans adjusted = RatioCuped.adjust(control, treatment).found().orElseThrow();
        double difference = adjusted.unadjustedDifference();
        assertThat(difference)
                .isCloseTo(treatment.mean(0) / treatment.mean(1) - control.mean(0) / control.mean(1), within(1e-14));
        double moved = difference;
        for (int k = 1; k <= 2; k++) {
            double gap =
                    treatment.mean(2 * k) / treatment.mean(2 * k + 1) - control.mean(2 * k) / control.mean(2 * k + 1);
            moved -= adjusted.controlSlopes().theta().get(k - 1) * gap;
        }
        assertThat(adjusted.pair().difference()).isCloseTo(moved, within(1e-13));
        // The covariate's ratio over all units: each arm's mean is moved to it.
        double mean = control.mean(0) / control.mean(1);
        for (int k = 1; k <= 2; k++) {
            double above = 0.4 * control.mean(2 * k) + 0.6 * treatment.mean(2 * k);
            double below = 0.4 * control.mean(2 * k + 1) + 0.6 * treatment.mean(2 * k + 1);
            mean -= adjusted.controlSlopes().theta().get(k - 1)
                    * (control.mean(2 * k) / control.mean(2 * k + 1) - above / below);
        }
        assertThat(adjusted.pair().control().mean()).isCloseTo(mean, within(1e-13));
        assertThat(adjusted.controlSlopes().leftOut()).isEmpty();
        assertThat(adjusted.varianceReduction()).isBetween(0.2, 0.95);
    }

    @Test
    void ratioCuped_ofACovariateWithoutDenominator_leavesItOut() {
        JointMoments control = JointMoments.none(6);
        JointMoments treatment = JointMoments.none(6);
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            double x = random.nextGaussian();
            JointMoments unit = JointMoments.of(5 + x, 1, 2 + x + random.nextGaussian(), 1, random.nextInt(3), 0);
            control = i % 2 == 0 ? control.plus(unit) : control;
            treatment = i % 2 == 1 ? treatment.plus(unit) : treatment;
        }
        AdjustedMeans adjusted = RatioCuped.adjust(control, treatment).found().orElseThrow();
        assertThat(adjusted.controlSlopes().leftOut()).containsExactly(1);
        assertThat(adjusted.controlSlopes().theta().getFirst()).isPositive();
        assertThat(adjusted.pair().difference()).isFinite();
    }

    private static JointMoments ratios(Random random, int units, double lift) {
        JointMoments moments = JointMoments.none(6);
        for (int i = 0; i < units; i++) {
            double size = 1 + random.nextInt(4);
            double old = 1 + random.nextInt(3);
            double x = random.nextGaussian();
            double z = random.nextGaussian();
            moments = moments.plus(JointMoments.of(
                    size * (10 + lift + x + z) + random.nextGaussian(), size, old * (6 + x), old, 3 + z, 1));
        }
        return moments;
    }
}
