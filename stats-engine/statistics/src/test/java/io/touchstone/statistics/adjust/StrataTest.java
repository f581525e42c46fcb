package io.touchstone.statistics.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrataTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    /** No effect; the second phase has another split and another level, which added-up moments would call an effect. */
    @Test
    void phasesOfDifferentSplit_combinedAsStrata_haveNoEffect() {
        Random random = new Random(2);
        JointMoments[][] cells = {
            {cell(random, 9000, 1), cell(random, 1000, 1)}, {cell(random, 5000, 4), cell(random, 5000, 4)}
        };
        Slopes slopes = Slopes.pooled(List.of(cells[0][0], cells[0][1], cells[1][0], cells[1][1]));
        assertThat(slopes.theta().getFirst()).isCloseTo(0.8, within(0.05));
        List<StratumEstimate> phases = List.of(
                StratumEstimate.of(
                        "1",
                        10_000,
                        Cuped.adjust(cells[0][0], cells[0][1], slopes).found().orElseThrow()),
                StratumEstimate.of(
                        "2",
                        10_000,
                        Cuped.adjust(cells[1][0], cells[1][1], slopes).found().orElseThrow()));
        DifferenceTest test =
                CombinedStrata.of(phases).compare(ALPHA).test().found().orElseThrow();
        assertThat(test.p()).isGreaterThan(0.05);
        JointMoments control = cells[0][0].plus(cells[1][0]);
        JointMoments treatment = cells[0][1].plus(cells[1][1]);
        assertThat(treatment.mean(0) - control.mean(0)).isGreaterThan(1);
    }

    private static JointMoments cell(Random random, int units, double level) {
        JointMoments cell = JointMoments.none(2);
        for (int i = 0; i < units; i++) {
            double x = random.nextGaussian();
            cell = cell.plus(JointMoments.of(level + 0.8 * x + random.nextGaussian(), x));
        }
        return cell;
    }

    @Test
    void strataOfOneArm_haveAReason() {
        Moments some = Moments.ofVariance(50, 1, 1);
        assertThat(PostStratification.of(List.of(new Stratum("a", some, some), new Stratum("b", some, Moments.NONE))))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> {
                    assertThat(missing.reason()).isEqualTo(Reason.STRATUM_WITHOUT_BOTH_ARMS);
                    assertThat(missing.text()).contains("b has 50 control and 0 treatment");
                });
        assertThat(PostStratification.of(List.of(new Stratum("a", Moments.NONE, Moments.NONE))))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.EMPTY_ARM));
        assertThat(PostStratification.of(
                                List.of(new Stratum("a", some, some), new Stratum("none", Moments.NONE, Moments.NONE)))
                        .found())
                .isPresent();
    }

    @Test
    void weights_relativeToTheirTotal() {
        Moments one = Moments.ofVariance(50, 1, 1);
        Moments three = Moments.ofVariance(50, 3, 1);
        List<Stratum> strata = List.of(new Stratum("a", one, three), new Stratum("b", one, one));
        CombinedStrata combined =
                PostStratification.of(strata, List.of(3.0, 1.0)).found().orElseThrow();
        assertThat(combined.pair().difference()).isCloseTo(1.5, within(1e-14));
        assertThat(combined.varianceOfDifference()).isCloseTo((9 + 1) / 16.0 * 0.04, within(1e-15));
        assertThat(combined.lift(ALPHA).found().orElseThrow().estimate()).isCloseTo(1.5, within(1e-14));
        assertThatThrownBy(() -> PostStratification.of(strata, List.of(1.0)))
                .hasMessageStartingWith("weights: 1 of them");
        assertThatThrownBy(() -> PostStratification.of(strata, List.of(-1.0, 2.0)))
                .hasMessage("weight: -1.0 (expected: finite, 0 or more)");
        PairEstimate pair = PairEstimate.independent(one.estimate(), one.estimate());
        assertThatThrownBy(() -> CombinedStrata.of(List.of(StratumEstimate.of("a", 0, pair))))
                .hasMessage("weights: 0.0 in all (expected: above 0)");
    }

    @Test
    void ratio_withTwoPlainCovariates_losesVarianceAndKeepsTheEffect() {
        Random random = new Random(5);
        JointMoments[] arms = {JointMoments.none(4), JointMoments.none(4)};
        for (int i = 0; i < 8000; i++) {
            int arm = i % 2;
            double before = random.nextGaussian();
            double views = 5 + random.nextInt(10);
            double clicks = views * (0.5 + 0.05 * arm) + 2 * before + random.nextGaussian();
            arms[arm] = arms[arm].plus(JointMoments.of(clicks, views, before, random.nextGaussian()));
        }
        AdjustedMeans means =
                RatioCuped.adjust(paired(arms[0]), paired(arms[1])).found().orElseThrow();
        assertThat(means.pair().difference()).isCloseTo(0.05, within(0.01));
        assertThat(means.varianceReduction()).isBetween(0.5, 0.9);
        assertThat(means.degreesOfFreedom()).isEmpty();
    }

    /** (a, b, x1, x2) as (a, b, x1, 1, x2, 1). */
    private static JointMoments paired(JointMoments arm) {
        double[][] rows = {
            {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 1}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}
        };
        return arm.withConstant(1).combinations(rows);
    }
}
