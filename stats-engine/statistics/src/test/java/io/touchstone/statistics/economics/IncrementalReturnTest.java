package io.touchstone.statistics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IncrementalReturnTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    @Property(tries = 500)
    void endsOfTheSet_areThoseReturnsThatTheTestJustRefuses(
            @ForAll @DoubleRange(min = -5, max = 5) double margin,
            @ForAll @DoubleRange(min = -5, max = 5) double cost,
            @ForAll @DoubleRange(min = 0.01, max = 4) double varianceMargin,
            @ForAll @DoubleRange(min = 0.01, max = 4) double varianceCost,
            @ForAll @DoubleRange(min = -0.95, max = 0.95) double correlation) {
        JointDifference joint = new JointDifference(
                margin,
                cost == 0 ? 1 : cost,
                varianceMargin,
                varianceCost,
                correlation * Math.sqrt(varianceMargin * varianceCost));
        RatioOfDifferences ratio = RatioOfDifferences.of(joint, ALPHA).found().orElseThrow();
        switch (ratio.set()) {
            case FiellerSet.Bounded(Interval interval) -> {
                assertThat(ratio.g()).isLessThan(1);
                assertThat(ratio.estimate()).isBetween(interval.low() - 1e-9, interval.high() + 1e-9);
                assertBorder(joint, interval.low());
                assertBorder(joint, interval.high());
            }
            case FiellerSet.OutsideOf(Interval gap) -> {
                assertThat(ratio.g()).isGreaterThanOrEqualTo(1);
                assertBorder(joint, gap.low());
                assertBorder(joint, gap.high());
                assertThat(p(joint, (gap.low() + gap.high()) / 2)).isLessThan(0.05);
            }
            case FiellerSet.WholeLine _ -> {
                assertThat(p(joint, 0)).isGreaterThan(0.05);
                assertThat(p(joint, 1)).isGreaterThan(0.05);
            }
        }
    }

    private static void assertBorder(JointDifference joint, double bar) {
        if (Math.abs(bar) < 1e4) {
            assertThat(p(joint, bar)).isCloseTo(0.05, within(1e-6));
        }
    }

    private static double p(JointDifference joint, double bar) {
        return IncrementalReturn.against(joint, bar, ALPHA)
                .test()
                .found()
                .map(DifferenceTest::p)
                .orElseThrow();
    }

    @Test
    void netProfit_usesTheCovarianceOfMarginAndCost() {
        IncrementalReturn found = IncrementalReturn.of(new JointDifference(3, 2, 0.5, 0.3, 0.25), ALPHA);
        assertThat(found.netProfit().difference()).isEqualTo(1);
        double error = found.netProfit().test().found().orElseThrow().standardError();
        assertThat(error * error).isCloseTo(0.3, within(1e-15));
        assertThat(found.ratio().found().orElseThrow().estimate()).isEqualTo(1.5);
    }

    @Test
    void independentDenominatorWithoutNoise_givesTheScaledInterval() {
        RatioOfDifferences ratio = RatioOfDifferences.of(new JointDifference(4, 2, 0.04, 0, 0), ALPHA)
                .found()
                .orElseThrow();
        assertThat(ratio.set()).isInstanceOfSatisfying(FiellerSet.Bounded.class, bounded -> {
            assertThat(bounded.interval().low()).isCloseTo(2 - 0.1 * ALPHA.z(), within(1e-12));
            assertThat(bounded.interval().high()).isCloseTo(2 + 0.1 * ALPHA.z(), within(1e-12));
        });
    }

    @Test
    void joint_ofTwoArmsMoments_hasTheirCovariance() {
        JointMoments control = JointMoments.ofCovariance(10, new double[] {1, 0}, new double[][] {{4, 1}, {1, 2}});
        JointMoments treatment = JointMoments.ofCovariance(20, new double[] {3, 1}, new double[][] {{6, -2}, {-2, 3}});
        JointDifference joint =
                JointDifference.of(control, treatment, 0, 1).found().orElseThrow();
        assertThat(joint.first()).isEqualTo(2);
        assertThat(joint.varianceFirst()).isCloseTo(0.7, within(1e-15));
        assertThat(joint.varianceSecond()).isCloseTo(0.35, within(1e-15));
        assertThat(joint.covariance()).isCloseTo(0, within(1e-15));
        assertReason(JointDifference.of(JointMoments.none(2), treatment, 0, 1), Reason.TOO_FEW_UNITS);
    }

    @Test
    void delivered_halfReached_doublesTheEffect() {
        DeliveredEffect found = DeliveredEffect.of(new JointDifference(1, 0.5, 0.01, 0.0001, 0.0002), ALPHA)
                .found()
                .orElseThrow();
        assertThat(found.ratio().estimate()).isEqualTo(2);
        assertThat(found.firstStageF()).isCloseTo(2500, within(1e-9));
        assertThat(found.weak()).isFalse();
        DeliveredEffect weak = DeliveredEffect.of(new JointDifference(1, 0.5, 0.01, 0.1, 0), ALPHA)
                .found()
                .orElseThrow();
        assertThat(weak.weak()).isTrue();
        assertThat(weak.ratio().set()).isNotInstanceOf(FiellerSet.Bounded.class);
    }

    @Test
    @Tag("simulation")
    void weakDelivery_stillCoversTheTruth() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(41);
        int runs = 20_000;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            double noise = random.nextGaussian();
            double delivered = 0.15 + 0.1 * noise;
            double outcome = 0.15 * 3 + 0.5 * (0.6 * noise + 0.8 * random.nextGaussian());
            JointDifference joint = new JointDifference(outcome, delivered, 0.25, 0.01, 0.6 * 0.5 * 0.1);
            FiellerSet set =
                    RatioOfDifferences.of(joint, ALPHA).found().orElseThrow().set();
            covered += switch (set) {
                case FiellerSet.Bounded(Interval i) -> i.low() <= 3 && 3 <= i.high() ? 1 : 0;
                case FiellerSet.OutsideOf(Interval gap) -> 3 <= gap.low() || gap.high() <= 3 ? 1 : 0;
                case FiellerSet.WholeLine _ -> 1;
            };
        }
        assertThat(covered / (double) runs).isCloseTo(0.95, within(4 * Math.sqrt(0.0475 / runs)));
    }

    @Test
    void whatHasNoRatio_hasAReason() {
        assertReason(RatioOfDifferences.of(new JointDifference(1, 0, 1, 1, 0), ALPHA), Reason.NO_DIFFERENCE_BELOW);
        assertReason(RatioOfDifferences.of(new JointDifference(1, 2, 0, 0, 0), ALPHA), Reason.ZERO_VARIANCE);
        assertReason(DeliveredEffect.of(new JointDifference(1, 1, 1, 0, 0), ALPHA), Reason.ZERO_VARIANCE);
        assertReason(
                IncrementalReturn.of(new JointDifference(1, 1, 1, 1, 1), ALPHA)
                        .netProfit()
                        .test(),
                Reason.ZERO_VARIANCE);
        assertThatThrownBy(() -> new JointDifference(1, 1, 1, 1, 1.1)).hasMessageStartingWith("covariance: 1.1");
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
