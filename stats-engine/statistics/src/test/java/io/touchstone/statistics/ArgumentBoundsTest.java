package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each documented range, at its very ends: open ends are refused, closed ends are taken. */
class ArgumentBoundsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    @Test
    void alpha_ends_areRefused() {
        refused("alpha: 0.0 (expected: above 0 and below 1)", () -> new Alpha(0));
        refused("alpha: 1.0 (expected: above 0 and below 1)", () -> new Alpha(1));
        refused("alpha: NaN (expected: above 0 and below 1)", () -> new Alpha(Double.NaN));
    }

    @Test
    void betaShapes_ends_areRefused() {
        refused("a: 0.0 (expected: finite, above 0)", () -> new BetaDistribution(0, 1));
        refused("a: Infinity (expected: finite, above 0)", () -> new BetaDistribution(INFINITY, 1));
        refused("b: 0.0 (expected: finite, above 0)", () -> new BetaDistribution(1, 0));
        refused("b: Infinity (expected: finite, above 0)", () -> new BetaDistribution(1, INFINITY));
        refused("p: 0.0 (expected: above 0 and below 1)", () -> BetaDistribution.UNIFORM.quantile(0));
        refused("p: 1.0 (expected: above 0 and below 1)", () -> BetaDistribution.UNIFORM.quantile(1));
    }

    @Test
    void distributions_ends_areRefusedOrCertain() {
        refused("statistic: Infinity (expected: finite, 0 or more)", () -> ChiSquare.p(INFINITY, 1));
        refused("degreesOfFreedom: 0 (expected: 1 or more)", () -> ChiSquare.p(1, 0));
        assertThat(ChiSquare.p(0, 1)).isEqualTo(1);
        assertThat(ChiSquare.p(0, 2)).isEqualTo(1);
        assertThat(ChiSquare.p(0, 201)).isEqualTo(1);
        refused("p: 0.0 (expected: above 0 and below 1)", () -> Normal.quantile(0));
        refused("p: 1.0 (expected: above 0 and below 1)", () -> Normal.quantile(1));
        assertThat(Normal.quantile(0.5)).isZero();
        refused("degreesOfFreedom: Infinity (expected: finite, above 0)", () -> StudentT.twoSidedP(1, INFINITY));
        refused("degreesOfFreedom: 0.0 (expected: finite, above 0)", () -> StudentT.upperQuantile(0.1, 0));
        refused("tail: 0.0 (expected: above 0, at most 0.5)", () -> StudentT.upperQuantile(0, 3));
        refused("tail: 0.6 (expected: above 0, at most 0.5)", () -> StudentT.upperQuantile(0.6, 3));
        assertThat(StudentT.upperQuantile(0.5, 3)).isZero();
        assertThat(StudentT.twoSidedP(0, 3)).isEqualTo(1);
    }

    @Test
    void interval_endsInTheWrongOrder_areRefused() {
        assertThat(new Interval(2, 2).high()).isEqualTo(2);
        refused("interval: [2.0, 1.0] (expected: finite ends, the lower one first)", () -> new Interval(2, 1));
        refused(
                "interval: [0.0, Infinity] (expected: finite ends, the lower one first)",
                () -> new Interval(0, INFINITY));
        refused("interval: [NaN, 1.0] (expected: finite ends, the lower one first)", () -> new Interval(Double.NaN, 1));
    }

    @Test
    void moments_withoutUnitsOrOfOne_holdNoSpread() {
        refused("n: -1 (expected: 0 or more)", () -> new Moments(-1, 0, 0));
        refused("mean: 1.0 (expected: finite, and 0 without units)", () -> new Moments(0, 1, 0));
        refused("m2: 1.0 (expected: finite, 0 or more, and 0 for n up to 1)", () -> new Moments(1, 3, 1));
        refused("m2: Infinity (expected: finite, 0 or more, and 0 for n up to 1)", () -> new Moments(2, 3, INFINITY));
        refused("n: 1 (expected: 2 or more)", () -> Moments.of(3).estimate());
        assertThat(Moments.of(3).variance()).isEmpty();
        assertThat(new Moments(2, 3, 8).variance()).hasValue(8);
        assertThat(new Moments(2, 3, 8).estimate()).isEqualTo(new MeanEstimate(3, 4));
        assertThat(Moments.ofVariance(1, 3, 7)).isEqualTo(Moments.of(3));
        assertThat(Moments.ofVariance(2, 3, 7)).isEqualTo(new Moments(2, 3, 7));
    }

    @Test
    void skewMoments_ofOneUnit_holdNoThirdMoment() {
        refused("m3: 1.0 (expected: finite, and 0 for n up to 1)", () -> new SkewMoments(Moments.of(2), 1));
        refused("m3: NaN (expected: finite, and 0 for n up to 1)", () -> new SkewMoments(Moments.NONE, Double.NaN));
        assertThat(new SkewMoments(new Moments(2, 0, 1), 1).m3()).isEqualTo(1);
    }

    @Test
    void proportion_bounds_areThoseOfItsTrials() {
        refused("successes: 4 (expected: 0..3)", () -> new Proportion(4, 3));
        refused("trials: 0 (expected: 1 or more)", Proportion.NONE::estimate);
        Proportion all = new Proportion(3, 3);
        assertThat(all.failures()).isZero();
        assertThat(all.rate()).hasValue(1);
        assertThat(all.variance()).hasValue(0);
        assertThat(new Proportion(1, 4).variance()).hasValue(0.1875);
        assertThat(new Proportion(1, 4).estimate()).isEqualTo(new MeanEstimate(0.25, 0.046875));
    }

    @Test
    void estimates_boundsOfVarianceAndCovariance() {
        refused("mean: NaN (expected: finite)", () -> new MeanEstimate(Double.NaN, 1));
        refused("varianceOfMean: Infinity (expected: finite, 0 or more)", () -> new MeanEstimate(1, INFINITY));
        refused("varianceOfMean: -1.0 (expected: finite, 0 or more)", () -> new MeanEstimate(1, -1));
        MeanEstimate four = new MeanEstimate(1, 4);
        MeanEstimate nine = new MeanEstimate(2, 9);
        refused("covariance: 6.1 (expected: finite, at most 6.0 in size)", () -> new PairEstimate(four, nine, 6.1));
        refused("covariance: -6.1 (expected: finite, at most 6.0 in size)", () -> new PairEstimate(four, nine, -6.1));
        assertThat(new PairEstimate(four, nine, 6).varianceOfDifference()).isEqualTo(1);
        assertThat(new PairEstimate(four, nine, -6).varianceOfDifference()).isEqualTo(25);
        MeanEstimate still = new MeanEstimate(1, 0);
        assertThat(new PairEstimate(still, nine, 0).varianceOfDifference()).isEqualTo(9);
        // Two arms that move together to rounding have no variance left.
        assertThat(new PairEstimate(new MeanEstimate(1, 0.3), new MeanEstimate(2, 0.3), 0.3 * (1 - 1e-16))
                        .varianceOfDifference())
                .isZero();
    }

    @Test
    void largeSample_bounds() {
        Alpha alpha = Alpha.FIVE_PERCENT;
        refused("difference: Infinity (expected: finite)", () -> LargeSampleTest.test(INFINITY, 1, alpha));
        refused("variance: Infinity (expected: finite, 0 or more)", () -> LargeSampleTest.test(1, INFINITY, alpha));
        refused("variance: -1.0 (expected: finite, 0 or more)", () -> LargeSampleTest.test(1, -1, alpha));
        DifferenceTest test = LargeSampleTest.test(3, 4, alpha).found().orElseThrow();
        assertThat(test.statistic()).isEqualTo(1.5);
        assertThat(test.interval().high()).isCloseTo(3 + 2 * 1.959963984540054, within(1e-14));
    }

    @Test
    void sampleRatio_bounds() {
        List<Double> even = List.of(1.0, 1.0);
        refused("observed: -1 (expected: 0 or more)", () -> SampleRatioTest.test(List.of(3L, -1L), even));
        refused(
                "weight: Infinity (expected: finite, 0 or more)",
                () -> SampleRatioTest.test(List.of(3L, 1L), List.of(1.0, INFINITY)));
        assertThat(SampleRatioTest.test(List.of(5L, 5L), even)
                        .found()
                        .orElseThrow()
                        .smallCounts())
                .isFalse();
        assertThat(SampleRatioTest.test(List.of(4L, 5L), even)
                        .found()
                        .orElseThrow()
                        .smallCounts())
                .isTrue();
        refused(
                "trials: 0 in an arm (expected: 1 or more)",
                () -> PooledProportionTest.standardError(Proportion.NONE, new Proportion(1, 2)));
        refused(
                "trials: 0 in an arm (expected: 1 or more)",
                () -> PooledProportionTest.standardError(new Proportion(1, 2), Proportion.NONE));
    }

    @Test
    void jointMoments_bounds() {
        refused("dimension: 0 (expected: 1 or more)", () -> JointMoments.none(0));
        refused("values: none (expected: 1 or more)", JointMoments::of);
        refused("n: 1 (expected: 2 or more)", () -> JointMoments.of(1, 2).covariance(0, 1));
        refused(
                "rows: 1 (expected: 2, and at least 1)",
                () -> JointMoments.ofProducts(3, new double[2], new double[][] {{1, 0}}));
        refused(
                "rows: 0 (expected: 0, and at least 1)",
                () -> JointMoments.ofProducts(3, new double[0], new double[0][]));
        refused(
                "columns: 1 (expected: 2)",
                () -> JointMoments.ofProducts(3, new double[2], new double[][] {{1, 0}, {1}}));
        refused(
                "mean: 1.0 (expected: finite, and 0 without units)",
                () -> JointMoments.ofProducts(0, new double[] {1}, new double[1][1]));
        refused(
                "mean: NaN (expected: finite, and 0 without units)",
                () -> JointMoments.ofProducts(3, new double[] {Double.NaN}, new double[1][1]));
        JointMoments two = JointMoments.none(2);
        refused(
                "weights: 1 and 2 of them (expected: 2, one for each component)",
                () -> two.product(new double[1], new double[2]));
        refused(
                "weights: 2 and 3 of them (expected: 2, one for each component)",
                () -> two.product(new double[2], new double[3]));
        assertThat(JointMoments.none(1).dimension()).isEqualTo(1);
    }

    @Test
    void jointMoments_covarianceOfUnits_dividesByOneLess() {
        double[][] covariance = {{4, 3}, {3, 9}};
        JointMoments three = JointMoments.ofCovariance(3, new double[] {1, 2}, covariance);
        assertThat(three.covariance(0, 1)).isEqualTo(3);
        assertThat(three.product(1, 1)).isEqualTo(18);
        JointMoments pair = JointMoments.ofCovariance(2, new double[] {1, 2}, covariance);
        assertThat(pair.covariance(1, 0)).isEqualTo(3);
        assertThat(JointMoments.ofCovariance(1, new double[] {1, 2}, covariance))
                .isEqualTo(JointMoments.of(1, 2));
    }

    @Test
    void jointMoments_equality_isThatOfTheNumbers() {
        JointMoments one = JointMoments.ofProducts(3, new double[] {1, 2}, new double[][] {{4, 1}, {1, 9}});
        JointMoments same = JointMoments.ofProducts(3, new double[] {1, 2}, new double[][] {{4, 1}, {1, 9}});
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("one");
        List<JointMoments> others = List.of(
                JointMoments.ofProducts(4, new double[] {1, 2}, new double[][] {{4, 1}, {1, 9}}),
                JointMoments.ofProducts(3, new double[] {0, 2}, new double[][] {{4, 1}, {1, 9}}),
                JointMoments.ofProducts(3, new double[] {1, 2}, new double[][] {{4, 2}, {2, 9}}));
        assertThat(others).allSatisfy(other -> {
            assertThat(one).isNotEqualTo(other);
            assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
        });
        assertThat(one).hasToString("JointMoments[n=3, means=[1.0, 2.0], products=[4.0, 1.0, 9.0]]");
    }
}
