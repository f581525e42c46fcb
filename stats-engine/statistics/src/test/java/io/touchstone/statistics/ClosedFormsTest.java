package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions and intervals against published tables and closed forms, branch by branch. */
class ClosedFormsTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    /** Newcombe 1998, Statistics in Medicine 17, table II, method 10; the first proportion is the treatment. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombe_publishedTable_agrees(long xt, long nt, long xc, long nc, double low, double high) {
        Interval interval = NewcombeInterval.of(new Proportion(xc, nc), new Proportion(xt, nt), ALPHA)
                .found()
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(5.1e-5));
        assertThat(interval.high()).isCloseTo(high, within(5.1e-5));
    }

    @Test
    void wilson_ofNoneAndAll_endsAtCertainty() {
        // With nobody: z²/(n + z²).
        double square = 1.959963984540054 * 1.959963984540054;
        Interval none = WilsonInterval.of(new Proportion(0, 20), ALPHA).found().orElseThrow();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(square / (20 + square), within(1e-15));
        Interval all = WilsonInterval.of(new Proportion(20, 20), ALPHA).found().orElseThrow();
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(20 / (20 + square), within(1e-15));
        assertReason(WilsonInterval.of(Proportion.NONE, ALPHA), Reason.EMPTY_ARM);
    }

    /** Cauchy and the other short closed forms of Student's distribution: Abramowitz and Stegun 26.7.3 and 26.7.4. */
    @Test
    void student_ofOneTwoAndFourDegrees_isTheClosedForm() {
        for (double t : new double[] {1e-3, 0.3, 1, 2.5, 40, 1e5}) {
            double one = 2 / Math.PI * Math.atan2(1, t);
            assertThat(StudentT.twoSidedP(t, 1)).isCloseTo(one, within(1e-13 * one));
            double root = Math.sqrt(2 + t * t);
            double two = 2 / (root * (root + t));
            assertThat(StudentT.twoSidedP(t, 2)).isCloseTo(two, within(1e-12 * two));
        }
        double sine = 2 / Math.sqrt(4 + 4);
        assertThat(StudentT.twoSidedP(2, 4)).isCloseTo(1 - sine * (1 + 0.5 * 0.5), within(1e-14));
    }

    @Test
    void student_quantileOfOneAndTwoDegrees_isTheClosedForm() {
        for (double tail : new double[] {1e-9, 1e-4, 0.025, 0.3, 0.49}) {
            assertThat(StudentT.upperQuantile(tail, 1)).isCloseTo(1 / Math.tan(Math.PI * tail), within(1e-11 / tail));
            double two = (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
            assertThat(StudentT.upperQuantile(tail, 2)).isCloseTo(two, within(1e-12 * Math.max(1, two)));
        }
    }

    @Test
    void gammaRatio_bothForms_areTheRecurrence() {
        // Γ(a + 1)/Γ(a + ½) · Γ(a + ½)/Γ(a) = a.
        for (double a : new double[] {0.5, 3, 19.75, 20, 21, 50, 1000}) {
            assertThat(StudentT.gammaRatio(a) * StudentT.gammaRatio(a + 0.5)).isCloseTo(a, within(2e-14 * a));
        }
        assertThat(StudentT.gammaRatio(0.5)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-15));
    }

    @Test
    void chiSquare_aboveTheFiniteSums_continues() {
        // Upper tails by mpmath's gammainc at 50 digits are beyond the finite sums' range; the two forms agree.
        double below = ChiSquare.p(230, 200);
        double above = ChiSquare.p(230, 201);
        assertThat(above).isGreaterThan(below).isLessThan(ChiSquare.p(230, 202));
        assertThat(2 * above).isCloseTo(below + ChiSquare.p(230, 202), within(1e-3));
        assertThat(ChiSquare.p(3, 2)).isCloseTo(Math.exp(-1.5), within(1e-15));
        assertThat(ChiSquare.p(1500, 2)).isEqualTo(Normal.SMALLEST_P);
    }

    @Test
    void normal_quantile_ofAllThreePieces_isTheInverse() {
        for (double p : new double[] {1e-250, 1e-30, 1.4e-11, 0.01, 0.075, 0.0750001, 0.3, 0.7, 0.925, 0.99}) {
            double z = Normal.quantile(p);
            double back = z < 0 ? Normal.upperTail(-z) : 1 - Normal.upperTail(z);
            assertThat(back).isCloseTo(p, within(1e-12 * p));
        }
        assertThat(Normal.upperTail(0)).isEqualTo(0.5);
        assertThat(Normal.upperTail(-1.959963984540054)).isCloseTo(0.975, within(1e-15));
    }

    @Test
    void beta_closeToItsEnds_keepsRelativeDigits() {
        BetaDistribution squared = new BetaDistribution(2, 1);
        assertThat(squared.lower(1e-9, 1 - 1e-9)).isCloseTo(1e-18, within(1e-30));
        assertThat(squared.upper(1 - 1e-12, 1e-12)).isCloseTo(2e-12 - 1e-24, within(1e-25));
        assertThat(squared.logDensity(0.25, 0.75)).isCloseTo(Math.log(0.5), within(1e-14));
        BetaDistribution cube = new BetaDistribution(1, 3);
        assertThat(cube.logDensity(0.9, 0.1)).isCloseTo(Math.log(3 * 0.01), within(1e-14));
        assertThat(cube.upper(0.25, 0.75)).isCloseTo(27 / 64.0, within(1e-15));
        assertThat(cube.quantile(1 - 27 / 64.0)).isCloseTo(0.25, within(1e-12));
        // Jeffreys' arcsine law, with a reach below one: P(X < x) = 2/π·asin √x.
        BetaDistribution arcsine = new BetaDistribution(0.5, 0.5);
        assertThat(arcsine.lower(0.25, 0.75)).isCloseTo(1 / 3.0, within(1e-14));
        assertThat(arcsine.quantile(1e-12)).isCloseTo(Math.pow(Math.PI / 2 * 1e-12, 2), within(1e-34));
        BetaDistribution beyond = new BetaDistribution(2, 2);
        assertThat(beyond.logLower(-0.5, 1.5)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(beyond.logLower(1.5, -0.5)).isZero();
    }

    @Test
    void fieller_setsThatAreNoInterval_solveTheirQuadratic() {
        MeanEstimate nearZero = new MeanEstimate(1, 1);
        FiellerSet gap = FiellerInterval.of(nearZero, new MeanEstimate(10, 1), ALPHA)
                .found()
                .flatMap(lift -> lift.set().found())
                .orElseThrow();
        assertThat(gap).isInstanceOfSatisfying(FiellerSet.OutsideOf.class, set -> {
            for (double lift : new double[] {set.gap().low(), set.gap().high()}) {
                double ratio = 1 + lift;
                assertThat(Math.abs(10 - ratio) / Math.sqrt(1 + ratio * ratio))
                        .isCloseTo(1.959963984540054, within(1e-10));
            }
        });
        assertThat(FiellerInterval.of(nearZero, new MeanEstimate(0.5, 1), ALPHA)
                        .found()
                        .flatMap(lift -> lift.set().found()))
                .containsInstanceOf(FiellerSet.WholeLine.class);
    }

    @Test
    void fieller_degenerateArms_haveAReasonOrAnInterval() {
        MeanEstimate still = new MeanEstimate(2, 0);
        assertThat(FiellerInterval.of(new MeanEstimate(0, 1), still, ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.text())
                        .isEqualTo("The control mean is 0: a relative change is not defined."));
        assertThat(FiellerInterval.of(new MeanEstimate(1e-200, 1), still, ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.text())
                        .isEqualTo("The control mean is 0 to double precision: no relative change."));
        assertReason(
                FiellerInterval.of(new MeanEstimate(1e-300, 0), new MeanEstimate(1e300, 1), ALPHA),
                Reason.CONTROL_MEAN_ZERO);
        Lift constant =
                FiellerInterval.of(still, new MeanEstimate(3, 0), ALPHA).found().orElseThrow();
        assertReason(constant.interval(), Reason.ZERO_VARIANCE);
        // A treatment that is exactly 0 on average, but varies, has an interval around −100 %.
        Interval zero = FiellerInterval.of(still, new MeanEstimate(0, 1), ALPHA)
                .found()
                .flatMap(lift -> lift.interval().found())
                .orElseThrow();
        assertThat(zero.high()).isCloseTo(1.959963984540054 / 2 - 1, within(1e-14));
        assertThat(zero.low()).isCloseTo(-1.959963984540054 / 2 - 1, within(1e-14));
        // A constant treatment against a control that varies: both roots are off the estimate.
        Interval other = FiellerInterval.of(new MeanEstimate(10, 1), new MeanEstimate(5, 0), ALPHA)
                .found()
                .flatMap(lift -> lift.interval().found())
                .orElseThrow();
        assertThat(other.low()).isCloseTo(5 / (10 + 1.959963984540054) - 1, within(1e-12));
        assertThat(other.high()).isCloseTo(5 / (10 - 1.959963984540054) - 1, within(1e-12));
    }

    @Test
    void smallestArms_thatCanBeTested() {
        assertReason(
                TwoProportionTest.compare(new Proportion(1, 1), new Proportion(1, 3), ALPHA)
                        .found()
                        .orElseThrow()
                        .test(),
                Reason.TOO_FEW_UNITS);
        assertReason(
                TwoProportionTest.compare(new Proportion(1, 3), new Proportion(1, 1), ALPHA)
                        .found()
                        .orElseThrow()
                        .test(),
                Reason.TOO_FEW_UNITS);
        assertThat(TwoProportionTest.compare(new Proportion(1, 2), new Proportion(1, 2), ALPHA)
                        .found()
                        .flatMap(found -> found.test().found())
                        .orElseThrow()
                        .p())
                .isEqualTo(1);
        assertReason(
                WelchTest.compare(new Moments(3, 1, 2), Moments.of(2), ALPHA)
                        .found()
                        .orElseThrow()
                        .test(),
                Reason.TOO_FEW_UNITS);
        DifferenceTest two = WelchTest.compare(new Moments(2, 1, 2), new Moments(2, 4, 2), ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        assertThat(two.statistic()).isCloseTo(3 / Math.sqrt(2), within(1e-14));
        assertThat(two.degreesOfFreedom().orElseThrow()).isCloseTo(2, within(1e-14));
    }

    @Test
    void pooledTest_ofArmsWithoutAnswer_hasAReason() {
        Proportion none = new Proportion(0, 5);
        Proportion all = new Proportion(5, 5);
        assertReason(PooledProportionTest.compare(Proportion.NONE, all), Reason.EMPTY_ARM);
        assertReason(PooledProportionTest.compare(all, Proportion.NONE), Reason.EMPTY_ARM);
        assertReason(PooledProportionTest.compare(none, none), Reason.ZERO_EVENTS);
        assertReason(PooledProportionTest.compare(all, all), Reason.ZERO_VARIANCE);
        // √(½·½·(1/5 + 1/5)) = √0.1.
        assertThat(PooledProportionTest.compare(none, all).found().orElseThrow().z())
                .isCloseTo(1 / Math.sqrt(0.1), within(1e-14));
        assertReason(NewcombeInterval.of(Proportion.NONE, all, ALPHA), Reason.EMPTY_ARM);
        assertReason(NewcombeInterval.of(all, Proportion.NONE, ALPHA), Reason.EMPTY_ARM);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
