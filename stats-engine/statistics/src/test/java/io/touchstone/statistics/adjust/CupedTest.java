package io.touchstone.statistics.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CupedTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    /** R's mtcars: miles per gallon, horse power. */
    private static final double[][] AUTOMATIC = {
        {21.4, 110}, {18.7, 175}, {18.1, 105}, {14.3, 245}, {24.4, 62}, {22.8, 95}, {19.2, 123}, {17.8, 123},
        {16.4, 180}, {17.3, 180}, {15.2, 180}, {10.4, 205}, {10.4, 215}, {14.7, 230}, {21.5, 97}, {15.5, 150},
        {15.2, 150}, {13.3, 245}, {19.2, 175}
    };

    private static final double[][] MANUAL = {
        {21.0, 110},
        {21.0, 110},
        {22.8, 93},
        {32.4, 66},
        {30.4, 52},
        {33.9, 65},
        {27.3, 66},
        {26.0, 91},
        {30.4, 113},
        {15.8, 264},
        {19.7, 175},
        {15.0, 335},
        {21.4, 109}
    };

    @Test
    void slopesOfTheWholeSample_agreeWithTheLiterature() {
        JointMoments control = fold(AUTOMATIC);
        JointMoments treatment = fold(MANUAL);
        JointMoments all = control.plus(treatment);
        Slopes slopes = Slopes.pooled(List.of(all));
        assertThat(slopes.theta().getFirst()).isCloseTo(-0.06822827807, within(1e-10));
        assertThat(1 - all.combination(slopes.residual()).m2() / all.moments(0).m2())
                .isCloseTo(0.6024373414, within(1e-9));
        AdjustedMeans means = Cuped.adjust(control, treatment, slopes).found().orElseThrow();
        assertThat(means.pair().difference()).isCloseTo(4.964954627, within(1e-8));
        assertThat(test(means).standardError()).isCloseTo(1.162014105, within(1e-8));
    }

    @Property(tries = 50)
    void adjustment_ofShiftedAndScaledCovariates_isTheSame(
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
            @ForAll SlopesPer per) {
        JointMoments[] arms = arms(new Random(seed), 40, 60);
        double[][] mix = {{1, 0, 0}, {0, scale, 0}, {0, 1, -3}};
        AdjustedMeans plain = Cuped.adjust(arms[0], arms[1], per).found().orElseThrow();
        AdjustedMeans mixed = Cuped.adjust(arms[0].combinations(mix), arms[1].combinations(mix), per)
                .found()
                .orElseThrow();
        assertThat(mixed.pair().difference()).isCloseTo(plain.pair().difference(), within(1e-8));
        assertThat(test(mixed).p()).isCloseTo(test(plain).p(), within(1e-8));
        AdjustedMeans swapped = Cuped.adjust(arms[1], arms[0], per).found().orElseThrow();
        assertThat(swapped.pair().difference()).isCloseTo(-plain.pair().difference(), within(1e-12));
        assertThat(test(swapped).p()).isCloseTo(test(plain).p(), within(1e-12));
        assertThat(plain.varianceOfDifference())
                .isCloseTo(plain.pair().varianceOfDifference(), within(1e-3 * plain.varianceOfDifference() + 1e-9));
    }

    /** One arm's slopes are 1 and −0.5, the other's 2 and 0.5: the stated variances must be those of the estimates. */
    @ParameterizedTest
    @EnumSource(SlopesPer.class)
    @Tag("simulation")
    void simulatedEffects_haveTheStatedVarianceAndCoverage(SlopesPer per) {
        Random random = new Random(4);
        int runs = 3000;
        double[] sum = new double[2];
        double[] squares = new double[2];
        double[] stated = new double[2];
        int covered = 0;
        int liftCovered = 0;
        for (int run = 0; run < runs; run++) {
            JointMoments[] arms = arms(random, 120, 200);
            AdjustedMeans means = Cuped.adjust(arms[0], arms[1], per).found().orElseThrow();
            double[] values = {means.pair().difference(), means.pair().control().mean()};
            double[] variances = {
                means.varianceOfDifference(), means.pair().control().varianceOfMean()
            };
            for (int i = 0; i < 2; i++) {
                sum[i] += values[i] / runs;
                squares[i] += values[i] * values[i] / runs;
                stated[i] += variances[i] / runs;
            }
            DifferenceTest test = test(means);
            covered += test.interval().low() < 1 && 1 < test.interval().high() ? 1 : 0;
            FiellerSet.Bounded lift = (FiellerSet.Bounded)
                    means.lift(ALPHA).found().orElseThrow().set().found().orElseThrow();
            liftCovered += lift.interval().low() < 0.1 && 0.1 < lift.interval().high() ? 1 : 0;
        }
        assertThat(sum[0]).isCloseTo(1, within(0.02));
        for (int i = 0; i < 2; i++) {
            assertThat(stated[i] / (squares[i] - sum[i] * sum[i])).isBetween(0.9, 1.12);
        }
        assertThat(covered / (double) runs).isBetween(0.937, 0.965);
        assertThat(liftCovered / (double) runs).isBetween(0.935, 0.965);
    }

    /** Control mean 10, difference 1. */
    private static JointMoments[] arms(Random random, int control, int treatment) {
        JointMoments[] arms = {JointMoments.none(3), JointMoments.none(3)};
        for (int i = 0; i < control + treatment; i++) {
            int arm = i < control ? 0 : 1;
            double a = random.nextGaussian();
            double b = 0.5 * a + random.nextGaussian();
            double slopes = arm == 0 ? a - 0.5 * b : 2 * a + 0.5 * b;
            arms[arm] = arms[arm].plus(JointMoments.of(10 + arm + slopes + random.nextGaussian(), a + 3, b - 2));
        }
        return arms;
    }

    @Test
    void slopesPerArm_onALevel_arePostStratification() {
        Random random = new Random(8);
        JointMoments[] arms = {JointMoments.none(3), JointMoments.none(3)};
        JointMoments[][] levels = {
            {JointMoments.none(1), JointMoments.none(1)}, {JointMoments.none(1), JointMoments.none(1)}
        };
        for (int i = 0; i < 300; i++) {
            int arm = random.nextInt(3) == 0 ? 1 : 0;
            int missing = random.nextInt(4) == 0 ? 1 : 0;
            double y = random.nextGaussian() + 3 * missing + arm;
            PrePeriod history = PrePeriod.of(OptionalDouble.empty());
            arms[arm] = arms[arm].plus(
                    JointMoments.of(y, missing == 1 ? history.value() : 0, missing == 1 ? history.missing() : 0));
            levels[missing][arm] = levels[missing][arm].plus(JointMoments.of(y));
        }
        AdjustedMeans adjusted =
                Cuped.adjust(arms[0], arms[1], SlopesPer.ARM).found().orElseThrow();
        CombinedStrata strata = PostStratification.of(List.of(
                        new Stratum("history", levels[0][0].moments(0), levels[0][1].moments(0)),
                        new Stratum("missing", levels[1][0].moments(0), levels[1][1].moments(0))))
                .found()
                .orElseThrow();
        assertThat(adjusted.controlSlopes().leftOut()).containsExactly(0);
        assertThat(adjusted.pair().difference()).isCloseTo(strata.pair().difference(), within(1e-12));
        assertThat(adjusted.pair().control().mean())
                .isCloseTo(strata.pair().control().mean(), within(1e-12));
        assertThat(adjusted.varianceOfDifference() / strata.varianceOfDifference())
                .isBetween(0.9, 1.1);
    }

    @Test
    void missingHistory_leavesTheSlopeToTheOthers() {
        Random random = new Random(9);
        JointMoments with = JointMoments.none(3);
        JointMoments only = JointMoments.none(2);
        for (int i = 0; i < 200; i++) {
            double x = 5 + random.nextGaussian();
            double y = 2 * x + random.nextGaussian();
            if (i % 3 == 0) {
                with = with.plus(JointMoments.of(1, 0, 1));
            } else {
                with = with.plus(JointMoments.of(y, x, 0));
                only = only.plus(JointMoments.of(y, x));
            }
        }
        assertThat(Slopes.pooled(List.of(with)).theta().getFirst())
                .isCloseTo(Slopes.pooled(List.of(only)).theta().getFirst(), within(1e-10));
        assertThat(PrePeriod.of(OptionalDouble.of(7))).isEqualTo(new PrePeriod(7, 0));
    }

    @Test
    void covariatesThatSayNothingNew_areLeftOut() {
        JointMoments control = fold(AUTOMATIC);
        JointMoments treatment = fold(MANUAL);
        double[][] twice = {{1, 0}, {0, 1}, {0, 2}};
        AdjustedMeans one =
                Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT).found().orElseThrow();
        AdjustedMeans both = Cuped.adjust(
                        control.combinations(twice), treatment.combinations(twice), SlopesPer.EXPERIMENT)
                .found()
                .orElseThrow();
        assertThat(both.controlSlopes().leftOut()).containsExactly(1);
        assertThat(both.pair().difference()).isCloseTo(one.pair().difference(), within(1e-12));
        AdjustedMeans none = Cuped.adjust(
                        control.combinations(new double[][] {{1, 0}, {0, 0}}),
                        treatment.combinations(new double[][] {{1, 0}, {0, 0}}),
                        SlopesPer.EXPERIMENT)
                .found()
                .orElseThrow();
        assertThat(none.adjusted()).isFalse();
        assertThat(none.varianceReduction()).isZero();
        assertThat(none.pair().difference()).isEqualTo(none.unadjustedDifference());
    }

    @Test
    void covariateThatIsTheOutcome_leavesNothingToTest() {
        double[][] same = {{1, 0}, {1, 0}};
        AdjustedMeans means = Cuped.adjust(
                        fold(AUTOMATIC).combinations(same), fold(MANUAL).combinations(same), SlopesPer.EXPERIMENT)
                .found()
                .orElseThrow();
        assertReason(means.compare(ALPHA).test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void badInput_isRefusedOrHasAReason() {
        JointMoments arm = fold(MANUAL);
        assertReason(Cuped.adjust(JointMoments.none(2), arm, SlopesPer.EXPERIMENT), Reason.EMPTY_ARM);
        assertReason(Cuped.adjust(JointMoments.of(1, 2), arm, SlopesPer.EXPERIMENT), Reason.TOO_FEW_UNITS);
        assertReason(Cuped.adjust(fold(new double[][] {{1, 2}, {2, 5}}), arm, SlopesPer.ARM), Reason.TOO_FEW_UNITS);
        assertThatThrownBy(() -> Slopes.pooled(List.of())).hasMessageStartingWith("cells: none");
        assertThatThrownBy(() -> Slopes.pooled(List.of(JointMoments.none(1)))).hasMessageStartingWith("dimension: 1");
        assertThatThrownBy(() -> Slopes.pooled(List.of(arm, JointMoments.none(3))))
                .hasMessageStartingWith("dimension: 3");
        Slopes slopes = new Slopes(List.of(1.0, 2.0), List.of());
        assertThatThrownBy(() -> Cuped.adjust(arm, arm, slopes)).hasMessageStartingWith("slopes: 2 of them");
        assertThatThrownBy(() -> RatioCuped.adjust(arm, arm)).hasMessageStartingWith("dimension: 2 and 2");
    }

    private static JointMoments fold(double[][] rows) {
        JointMoments moments = JointMoments.none(2);
        for (double[] row : rows) {
            moments = moments.plus(JointMoments.of(row));
        }
        return moments;
    }

    private static DifferenceTest test(AdjustedMeans means) {
        return means.compare(ALPHA).test().found().orElseThrow();
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void adjust_armsOfDifferentCovariates_areRefusedByName() {
        JointMoments two = JointMoments.of(1, 2).plus(JointMoments.of(2, 3));
        JointMoments three = JointMoments.of(1, 2, 3).plus(JointMoments.of(2, 3, 5));
        Slopes slopes = Slopes.pooled(List.of(three));
        assertThatThrownBy(() -> Cuped.adjust(three, two, slopes))
                .hasMessage("slopes: 2 of them (expected: 2, one for each covariate of both arms)");
        assertThatThrownBy(() -> PrePeriod.of(OptionalDouble.of(Double.NaN)))
                .hasMessage("value: NaN (expected: finite)");
    }
}
