package io.touchstone.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.SkewCorrectedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GuardedRatiosComparisonTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private record Pair(double a, double b) {}

    private static List<Pair> users(long seed, int n, double factor) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double b = 1 + 4 * random.nextDouble() * random.nextDouble();
            pairs.add(new Pair(factor * b * random.nextDouble() * random.nextDouble(), b));
        }
        return pairs;
    }

    private static RatioMoments moments(List<Pair> pairs) {
        RatioMoments moments = RatioMoments.NONE;
        for (Pair pair : pairs) {
            moments = moments.plus(RatioMoments.of(pair.a(), pair.b()));
        }
        return moments;
    }

    private static DifferenceTest test(Result<GuardedRatios> guarded) {
        return guarded.found().orElseThrow().comparison().test().found().orElseThrow();
    }

    private static Reason reason(Result<GuardedRatios> guarded) {
        Result<DifferenceTest> test = guarded.found().orElseThrow().comparison().test();
        return ((NotEstimable<DifferenceTest>) test).reason();
    }

    @Test
    void denominatorsOfOne_areTheSkewCorrectedTestOfMeans() {
        SkewMoments control = SkewMoments.NONE;
        SkewMoments treatment = SkewMoments.NONE;
        RatioMoments controlRatio = RatioMoments.NONE;
        RatioMoments treatmentRatio = RatioMoments.NONE;
        for (Pair pair : users(1, 700, 1)) {
            control = control.plus(SkewMoments.of(pair.a()));
            controlRatio = controlRatio.plus(RatioMoments.of(pair.a(), 1));
        }
        for (Pair pair : users(2, 300, 1.1)) {
            treatment = treatment.plus(SkewMoments.of(pair.a()));
            treatmentRatio = treatmentRatio.plus(RatioMoments.of(pair.a(), 1));
        }
        DifferenceTest means = SkewCorrectedTest.compare(control, treatment, ALPHA)
                .found()
                .map(Comparison::test)
                .flatMap(Result::found)
                .orElseThrow();
        DifferenceTest ratios = test(GuardedRatiosTest.compare(controlRatio, treatmentRatio, ALPHA));
        assertThat(ratios.statistic()).isCloseTo(means.statistic(), within(1e-10));
        assertThat(ratios.p()).isCloseTo(means.p(), within(1e-12));
        assertThat(ratios.interval().low()).isCloseTo(means.interval().low(), within(1e-12));
        assertThat(ratios.interval().high()).isCloseTo(means.interval().high(), within(1e-12));
        assertThat(ratios.degreesOfFreedom().orElseThrow())
                .isCloseTo(means.degreesOfFreedom().orElseThrow(), within(1e-6));
    }

    @Test
    void variance_isThatOfDeletingOneUnitAfterAnother() {
        List<Pair> users = users(3, 400, 1);
        double a = users.stream().mapToDouble(Pair::a).sum();
        double b = users.stream().mapToDouble(Pair::b).sum();
        Moments without = Moments.NONE;
        for (Pair user : users) {
            without = without.plus(Moments.of((a - user.a()) / (b - user.b())));
        }
        double jackknife = (users.size() - 1.0) / users.size() * without.m2();
        double ours = Residuals.of(moments(users), a / b).variance();
        double delta =
                RatioOfSums.of(moments(users).joint()).found().orElseThrow().varianceOfMean();
        // The difference left is of the third order, 1/n²; the correction itself is of the order 1/n.
        assertThat(ours / jackknife).isCloseTo(1, within(2e-5));
        assertThat(delta / jackknife).isLessThan(1 - 5e-4);
    }

    @Test
    void degreesOfFreedom_countHeavyUsersForMore() {
        RatioMoments even = RatioMoments.NONE;
        RatioMoments uneven = RatioMoments.NONE;
        for (int i = 0; i < 100; i++) {
            even = even.plus(RatioMoments.of(i % 3, 2));
            uneven = uneven.plus(RatioMoments.of(i % 3, i < 10 ? 11 : 1));
        }
        assertThat(Residuals.of(even, 1).degreesOfFreedom()).isCloseTo(99, within(1e-9));
        // (Σb)²/Σb² = 200²/1300.
        assertThat(Residuals.of(uneven, 1).degreesOfFreedom()).isCloseTo(40_000 / 1_300.0 - 1, within(1e-9));
    }

    @Test
    void swappedArms_giveTheMirrorImage() {
        RatioMoments one = moments(users(4, 90, 1));
        RatioMoments other = moments(users(5, 1_500, 1.2));
        DifferenceTest there = test(GuardedRatiosTest.compare(one, other, ALPHA));
        DifferenceTest back = test(GuardedRatiosTest.compare(other, one, ALPHA));
        assertThat(back.statistic()).isCloseTo(-there.statistic(), within(1e-12));
        assertThat(back.interval().low()).isCloseTo(-there.interval().high(), within(1e-12));
        assertThat(back.interval().high()).isCloseTo(-there.interval().low(), within(1e-12));
    }

    @Test
    void interval_holdsZeroExactlyWherePIsAboveAlpha() {
        SplittableRandom random = new SplittableRandom(6);
        int rejected = 0;
        for (int i = 0; i < 200; i++) {
            RatioMoments control = moments(users(random.nextLong(), 60, 1));
            RatioMoments treatment = moments(users(random.nextLong(), 140, 1.25));
            DifferenceTest test = test(GuardedRatiosTest.compare(control, treatment, ALPHA));
            boolean holds = test.interval().low() <= 0 && test.interval().high() >= 0;
            assertThat(test.p() > 0.05).isEqualTo(holds);
            rejected += holds ? 0 : 1;
        }
        assertThat(rejected).isBetween(20, 180);
    }

    @Test
    void units_ofMeasure_doNotMatter() {
        List<Pair> control = users(7, 80, 1);
        List<Pair> treatment = users(8, 50, 1.4);
        DifferenceTest plain = test(GuardedRatiosTest.compare(moments(control), moments(treatment), ALPHA));
        DifferenceTest cents = test(GuardedRatiosTest.compare(
                moments(control.stream()
                        .map(p -> new Pair(p.a() * 1e60, p.b() * 1e-30))
                        .toList()),
                moments(treatment.stream()
                        .map(p -> new Pair(p.a() * 1e60, p.b() * 1e-30))
                        .toList()),
                ALPHA));
        assertThat(cents.statistic()).isCloseTo(plain.statistic(), within(1e-9));
        assertThat(cents.p()).isCloseTo(plain.p(), within(1e-12));
    }

    @Test
    void plus_inAnyOrder_givesTheMomentsOfAll() {
        List<Pair> users = users(9, 37, 1);
        RatioMoments one = moments(users.subList(0, 10)).plus(moments(users.subList(10, 37)));
        RatioMoments other = moments(users.subList(20, 37)).plus(moments(users.subList(0, 20)));
        double a = users.stream().mapToDouble(Pair::a).average().orElseThrow();
        double b = users.stream().mapToDouble(Pair::b).average().orElseThrow();
        double[] thirds = new double[4];
        for (Pair user : users) {
            double x = user.a() - a;
            double y = user.b() - b;
            thirds[0] += x * x * x;
            thirds[1] += x * x * y;
            thirds[2] += x * y * y;
            thirds[3] += y * y * y;
        }
        for (RatioMoments.Thirds found : List.of(one.thirds(), other.thirds())) {
            assertThat(found.aaa()).isCloseTo(thirds[0], within(1e-10));
            assertThat(found.aab()).isCloseTo(thirds[1], within(1e-10));
            assertThat(found.abb()).isCloseTo(thirds[2], within(1e-10));
            assertThat(found.bbb()).isCloseTo(thirds[3], within(1e-10));
        }
        assertThat(RatioMoments.NONE.plus(one)).isEqualTo(one);
        assertThat(one.plus(RatioMoments.NONE).thirds()).isEqualTo(one.thirds());
    }

    @Test
    void compare_whatCannotBeTested_saysWhy() {
        RatioMoments usual = moments(users(10, 50, 1));
        RatioMoments two = RatioMoments.of(1, 2).plus(RatioMoments.of(2, 2));
        assertThat(reason(GuardedRatiosTest.compare(usual, two, ALPHA))).isEqualTo(Reason.TOO_FEW_UNITS);
        RatioMoments constant = RatioMoments.NONE;
        for (int i = 1; i <= 9; i++) {
            constant = constant.plus(RatioMoments.of(i / 4.0, i));
        }
        assertThat(reason(GuardedRatiosTest.compare(constant, constant, ALPHA))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(GuardedRatiosTest.compare(RatioMoments.NONE, usual, ALPHA))
                .isInstanceOfSatisfying(
                        NotEstimable.class, none -> assertThat(none.reason()).isEqualTo(Reason.EMPTY_ARM));
    }

    @Test
    void compare_whereFewUsersMakeMostOfASmallArm_isRefusedWithTheUnitsThatWouldDo() {
        RatioMoments control = RatioMoments.NONE;
        for (int i = 0; i < 4_000; i++) {
            control = control.plus(RatioMoments.of(i % 200 == 0 ? 500 : 1, 1));
        }
        RatioMoments treatment = RatioMoments.NONE;
        for (int i = 0; i < 200; i++) {
            treatment = treatment.plus(RatioMoments.of(i == 0 ? 500 : 1, 1));
        }
        GuardedRatios guarded =
                GuardedRatiosTest.compare(control, treatment, ALPHA).found().orElseThrow();
        assertThat(guarded.kappa().orElseThrow()).isGreaterThan(0.2);
        assertThat(guarded.comparison().test())
                .isInstanceOfSatisfying(NotEstimable.class, none -> assertThat(none.text())
                        .startsWith("The difference of ratios is too skewed to test (kappa 0.9")
                        .contains("treatment units, or more even arms."));
    }

    @Test
    void moments_thatNoUnitsHave_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatioMoments(JointMoments.none(3), RatioMoments.Thirds.ZERO))
                .withMessage("dimension: 3 (expected: 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatioMoments(JointMoments.of(1, 1), new RatioMoments.Thirds(1, 0, 0, 0)))
                .withMessageStartingWith("thirds: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatioMoments.Thirds(Double.NaN, 0, 0, 0))
                .withMessage("thirds: NaN, 0.0, 0.0, 0.0 (expected: finite)");
    }
}
