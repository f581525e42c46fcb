package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.PrePeriod;
import io.touchstone.statistics.adjust.SlopesPer;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import io.touchstone.statistics.planning.ErrorRates;
import io.touchstone.statistics.planning.SampleSize;
import io.touchstone.statistics.planning.UnitVariances;
import io.touchstone.statistics.quantiles.OrderedValues;
import io.touchstone.statistics.ratio.RatioOfSums;
import io.touchstone.statistics.sequential.FixedHorizon;
import io.touchstone.statistics.sequential.MatureCohorts;
import io.touchstone.statistics.sequential.MetricWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of {@code docs/statistics/decision-table.md} that this module answers, by their number. */
class DecisionTableTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static Comparison rates(long control, long treatment, long n) {
        return TwoProportionTest.compare(new Proportion(control, n), new Proportion(treatment, n), ALPHA)
                .found()
                .orElseThrow();
    }

    private static Comparison means(Moments control, Moments treatment) {
        return WelchTest.compare(control, treatment, ALPHA).found().orElseThrow();
    }

    private static Result<Lift> lift(MeanEstimate control, MeanEstimate treatment) {
        return FiellerInterval.of(control, treatment, ALPHA);
    }

    @Test
    void s01_nobodyExposed() {
        assertReason(WelchTest.compare(Moments.NONE, Moments.NONE, ALPHA), Reason.EMPTY_ARM);
        assertReason(TwoProportionTest.compare(Proportion.NONE, Proportion.NONE, ALPHA), Reason.EMPTY_ARM);
        assertReason(SampleRatioTest.test(List.of(0L, 0L), List.of(1.0, 1.0)), Reason.EMPTY_ARM);
    }

    @Test
    void s02_oneArmEmpty() {
        Moments control = Moments.ofVariance(400, 3, 1);
        assertReason(WelchTest.compare(control, Moments.NONE, ALPHA), Reason.EMPTY_ARM);
        assertThat(control.estimate().mean()).isEqualTo(3);
        assertThat(SampleRatioTest.test(List.of(400L, 0L), List.of(1.0, 1.0))
                        .found()
                        .orElseThrow()
                        .p())
                .isLessThan(1e-80);
    }

    @Test
    void s03_oneUnit() {
        assertReason(means(Moments.of(2), Moments.ofVariance(250, 2, 1)).test(), Reason.TOO_FEW_UNITS);
    }

    @Test
    void s04_s05_constantArms() {
        Comparison same = means(new Moments(100, 1, 0), new Moments(100, 1, 0));
        assertThat(same.difference()).isZero();
        assertReason(same.test(), Reason.ZERO_VARIANCE);
        Comparison apart = means(new Moments(100, 1, 0), new Moments(100, 2, 0));
        assertThat(apart.difference()).isEqualTo(1);
        assertReason(apart.test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void s06_s07_noConversions() {
        assertReason(rates(0, 0, 5000).test(), Reason.ZERO_EVENTS);
        Proportion none = new Proportion(0, 5000);
        assertThat(NewcombeInterval.of(none, none, ALPHA).found()).isPresent();
        assertReason(lift(none.estimate(), none.estimate()), Reason.CONTROL_MEAN_ZERO);
        assertThat(rates(0, 12, 5000).test().found()).isPresent();
        assertReason(lift(none.estimate(), new Proportion(12, 5000).estimate()), Reason.CONTROL_MEAN_ZERO);
    }

    @Test
    void s08_fewConversions_haveAScoreInterval() {
        Interval newcombe = NewcombeInterval.of(new Proportion(1, 3000), new Proportion(4, 3000), ALPHA)
                .found()
                .orElseThrow();
        assertThat(newcombe.low()).isNegative();
    }

    @Test
    void s09_s10_controlNotAboveZero() {
        Lift negative = lift(new MeanEstimate(-3, 0.01), new MeanEstimate(-2, 0.01))
                .found()
                .orElseThrow();
        assertThat(negative.controlNegative()).isTrue();
        assertThat(negative.estimate()).isCloseTo(-1 / 3.0, within(1e-15));
        Lift near = lift(new MeanEstimate(0.1, 1 / 20.0), new MeanEstimate(3, 1 / 20.0))
                .found()
                .orElseThrow();
        assertReason(near.interval(), Reason.RELATIVE_UNBOUNDED);
    }

    @Test
    void s11_noDenominator() {
        JointMoments arm = JointMoments.ofCovariance(50, new double[] {0, 0}, new double[2][2]);
        assertReason(RatioOfSums.compare(arm, arm, ALPHA), Reason.DENOMINATOR_ZERO);
    }

    @Test
    void s12_noPrePeriod_isUnadjustedAndSaysSo() {
        JointMoments control = JointMoments.ofCovariance(50, new double[] {1, 0}, new double[][] {{2, 0}, {0, 0}});
        JointMoments treatment = JointMoments.ofCovariance(50, new double[] {3, 0}, new double[][] {{2, 0}, {0, 0}});
        AdjustedMeans found =
                Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT).found().orElseThrow();
        assertThat(found.adjusted()).isFalse();
        assertThat(found.pair().difference()).isCloseTo(2, within(1e-12));
    }

    @Test
    void s13_missingPrePeriod_isItsOwnLevel() {
        assertThat(PrePeriod.of(OptionalDouble.empty())).isEqualTo(new PrePeriod(0, 1));
        assertThat(PrePeriod.of(OptionalDouble.of(4))).isEqualTo(new PrePeriod(4, 0));
    }

    @Test
    void s14_mismatch() {
        assertThat(SampleRatioTest.test(List.of(52_000L, 48_000L), List.of(1.0, 1.0))
                        .found()
                        .orElseThrow()
                        .p())
                .isLessThan(1e-30);
    }

    @Test
    void s15_fixedPlanBeforeItsEnd() {
        assertReason(
                new FixedHorizon(20).conclude(4, () -> {
                    throw new AssertionError("asked before the end");
                }),
                Reason.NOT_FINAL);
    }

    @Test
    void s16_firstLookOfAHandful() {
        MatureCohorts<Long> handful =
                MatureCohorts.of(new MetricWindow.Finite(0, 1), 9, List.of(new MatureCohorts.Cohort<>(1, 7, 7L)));
        assertReason(
                handful.compare((cohorts, alpha) -> {
                    throw new AssertionError("asked with seven units");
                }),
                Reason.TOO_FEW_UNITS);
    }

    @Test
    void s17_aMissingPOfAFamily() {
        List<OptionalDouble> adjusted = AdjustedP.adjust(
                Correction.HOLM, List.of(OptionalDouble.of(0.01), OptionalDouble.empty(), OptionalDouble.of(0.04)));
        assertThat(adjusted).containsExactly(OptionalDouble.of(0.02), OptionalDouble.empty(), OptionalDouble.of(0.04));
    }

    @Test
    void s18_extremeQuantile() {
        OrderedValues thirty =
                OrderedValues.of(IntStream.range(0, 30).mapToDouble(i -> i * i).toArray());
        assertReason(thirty.quantile(0.99, ALPHA), Reason.TOO_FEW_UNITS);
        assertThat(thirty.pointEstimate(0.99)).isPresent();
    }

    @Test
    void s19_plannerAskedForNoEffect() {
        assertThatThrownBy(() -> SampleSize.forDifference(UnitVariances.equal(1), 0, 1, ErrorRates.USUAL))
                .hasMessage("difference: 0.0 (expected: finite, not 0)");
    }

    @Test
    void s20_s21_impossibleAndHugeValues() {
        assertThatThrownBy(() -> Moments.of(Double.NaN)).hasMessageStartingWith("mean: NaN");
        Moments some = Moments.of(1).plus(Moments.of(2)).plus(Moments.of(4));
        Moments huge = some.plus(Moments.of(1e15));
        assertThat(huge.variance().orElseThrow()).isPositive();
        assertThat(huge.mean() * huge.n() - 1e15).isCloseTo(7, within(0.5));
    }

    @Test
    void page_hasEveryRow() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "statistics", "decision-table.md"));
        IntStream.rangeClosed(1, 21).forEach(row -> assertThat(page).contains("| " + row + " |"));
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
