package io.touchstone.statistics.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Fewest clusters, blocks and draws, and closed forms of small arms. */
class ClusterBoundsTest {

    private static final Cluster ONE = new Cluster(2, 3);
    private static final ClusteredArm SINGLE = new ClusteredArm(List.of(ONE));
    private static final ClusteredArm PAIR = new ClusteredArm(List.of(new Cluster(1, 1), new Cluster(3, 9)));

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void arms_ofFewerThanTwoClusters_haveNoVariance() {
        refused("clusters: 0 of them (expected: 1 or more)", () -> new ClusteredArm(List.of()));
        refused("clusters: 1 of them (expected: 2 or more)", SINGLE::varianceDelta);
        refused("clusters: 1 of them (expected: 2 or more)", SINGLE::varianceCr2);
        assertReason(ClusterDifference.of(SINGLE, PAIR), Reason.TOO_FEW_CLUSTERS);
        assertReason(ClusterDifference.of(PAIR, SINGLE), Reason.TOO_FEW_CLUSTERS);
        assertThatThrownBy(() -> new ClusterDifference(SINGLE, PAIR))
                .hasMessageEndingWith("(expected: 2 or more in each arm)");
        assertThatThrownBy(() -> new ClusterDifference(PAIR, SINGLE))
                .hasMessageEndingWith("(expected: 2 or more in each arm)");
        assertThat(ClusterDifference.of(PAIR, PAIR).found().orElseThrow().difference())
                .isZero();
    }

    @Test
    void armOfTwoClusters_byHand() {
        // Mean 10/4; residual sums 1 − 2.5 = −1.5 and 9 − 7.5 = 1.5, each over 4 units.
        double share = 1.5 * 1.5 / 16;
        assertThat(PAIR.varianceCr0()).isCloseTo(2 * share, within(1e-15));
        assertThat(PAIR.varianceDelta()).isCloseTo(4 * share, within(1e-15));
        assertThat(PAIR.varianceCr2()).isCloseTo(share / 0.75 + share / 0.25, within(1e-15));
        // CR1 of Liang and Zeger with 4 clusters and 8 units: 4/3 and 7/6.
        ClusterDifference same = new ClusterDifference(PAIR, PAIR);
        assertThat(same.varianceCr1()).isCloseTo(4 * share * 4 / 3 * 7 / 6, within(1e-15));
        assertThat(same.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void satterthwaite_ofUnequalClusters_isTheTraceOfTheSandwich() {
        // Bell and McCaffrey 2002: tr(Ω)²/tr(Ω²) with Ω from residual makers of an arm's own mean, by plain matrices.
        ClusteredArm arm = new ClusteredArm(List.of(new Cluster(1, 1), new Cluster(2, 9), new Cluster(5, 4)));
        ClusterDifference pair = new ClusterDifference(arm, PAIR);
        double trace = 0;
        double square = 0;
        for (ClusteredArm one : List.of(arm, PAIR)) {
            double[][] omega = omega(one);
            for (int g = 0; g < omega.length; g++) {
                trace += omega[g][g];
                for (int h = 0; h < omega.length; h++) {
                    square += omega[g][h] * omega[g][h];
                }
            }
        }
        assertThat(pair.satterthwaite()).isCloseTo(trace * trace / square, within(1e-12));
    }

    /** Covariances of the adjusted cluster residuals of independent units of variance 1, over the units. */
    private static double[][] omega(ClusteredArm arm) {
        double units = arm.units();
        int count = arm.clusters().size();
        double[][] omega = new double[count][count];
        for (int g = 0; g < count; g++) {
            for (int h = 0; h < count; h++) {
                double a = arm.clusters().get(g).size();
                double b = arm.clusters().get(h).size();
                double plain = (g == h ? a : 0) - a * b / units;
                omega[g][h] = plain / Math.sqrt(1 - a / units) / Math.sqrt(1 - b / units) / units / units;
            }
        }
        return omega;
    }

    @Test
    void cr1_ofTwoUnits_isRefused() {
        List<Cluster> halves = List.of(new Cluster(1, 0), new Cluster(1, 1));
        ClusteredArm two = new ClusteredArm(halves);
        assertThat(new ClusterDifference(two, two).varianceCr1()).isCloseTo(2 * 0.125 * 4 / 3 * 3 / 2, within(1e-15));
        refused("size: 0.5 (expected: 1 to 1e15)", () -> new Cluster(0.5, 1));
        refused("sum: NaN (expected: finite)", () -> new Cluster(1, Double.NaN));
    }

    @Test
    void tenClusters_areEnough_andNineAreNot() {
        List<Cluster> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(new Cluster(1, i));
        }
        ClusteredArm enough = new ClusteredArm(ten);
        ClusteredArm few = new ClusteredArm(ten.subList(1, 10));
        Alpha alpha = Alpha.FIVE_PERCENT;
        assertThat(ClusterTest.compare(enough, enough, ClusterMethod.CR2, alpha).found())
                .isPresent();
        assertReason(ClusterTest.compare(enough, few, ClusterMethod.CR2, alpha), Reason.TOO_FEW_CLUSTERS);
    }

    @Test
    void blocks_thatDoNotFit_areRefused() {
        int[] blocks = {0, 0, 1};
        refused("block: 1 (expected: 0..0)", () -> RandomisationDesign.blocked(blocks, new int[] {1}));
        refused("block: -1 (expected: 0..0)", () -> RandomisationDesign.blocked(new int[] {-1}, new int[] {1}));
        refused("treatedInBlock: 3 (expected: 0..2)", () -> RandomisationDesign.blocked(blocks, new int[] {3, 0}));
        refused("treatedInBlock: -1 (expected: 0..2)", () -> RandomisationDesign.blocked(blocks, new int[] {-1, 0}));
        refused("treatedInBlock: 2 (expected: 0..1)", () -> RandomisationDesign.blocked(blocks, new int[] {0, 2}));
        RandomisationDesign whole = RandomisationDesign.blocked(blocks, new int[] {2, 0});
        assertThat(whole.draw(3, new SplittableRandom(1))).containsExactly(true, true, false);
        refused("clusters: 2 (expected: 3)", () -> whole.draw(2, new SplittableRandom(1)));
        refused("treatedShare: 0.0 (expected: above 0 and below 1)", () -> RandomisationDesign.independent(0));
        refused("treatedShare: 1.0 (expected: above 0 and below 1)", () -> RandomisationDesign.independent(1));
    }

    @Test
    void randomisationTest_argumentsThatDoNotFit_areRefused() {
        RandomisationDesign design = RandomisationDesign.independent(0.5);
        SplittableRandom random = new SplittableRandom(1);
        boolean[] treated = {true, false};
        List<Cluster> two = List.of(ONE, ONE);
        refused(
                "treated: 1 of them (expected: 2, one for each cluster)",
                () -> RandomisationTest.test(two, new boolean[] {true}, design, 99, random));
        refused("draws: 98 (expected: 99 or more)", () -> RandomisationTest.test(two, treated, design, 98, random));
        // All draws are as far as the real one: p of 1.
        Randomisation certain =
                RandomisationTest.test(two, treated, design, 99, random).found().orElseThrow();
        assertThat(certain.p()).isEqualTo(1);
        assertThat(certain.draws()).isEqualTo(99);
        // A design that never gives both arms a cluster ends with a reason.
        RandomisationDesign empty = (clusters, _) -> new boolean[clusters];
        assertReason(RandomisationTest.test(two, treated, empty, 99, random), Reason.TOO_FEW_CLUSTERS);
        assertReason(RandomisationTest.test(two, new boolean[2], design, 99, random), Reason.TOO_FEW_CLUSTERS);
    }

    @Test
    void twoWay_ofCrossedCells_isTheSumOfBothLessTheirIntersection() {
        // Cameron, Gelbach and Miller 2011, equation 2.9; residuals ±1 over 4 units an arm.
        List<TwoWayCell> cells = List.of(
                cell(1, 1, true, 3),
                cell(1, 2, true, 3),
                cell(2, 1, true, 1),
                cell(2, 2, true, 1),
                cell(3, 3, false, 2),
                cell(3, 4, false, 2),
                cell(4, 3, false, 0),
                cell(4, 4, false, 0));
        // By rows (2/4)² four times, by columns 0, by cells (1/4)² eight times.
        Comparison comparison =
                TwoWayClusters.compare(cells, Alpha.FIVE_PERCENT).found().orElseThrow();
        assertThat(comparison.difference()).isEqualTo(1);
        assertThat(comparison.test().found().orElseThrow().standardError()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertReason(TwoWayClusters.compare(cells.subList(0, 4), Alpha.FIVE_PERCENT), Reason.EMPTY_ARM);
        assertReason(TwoWayClusters.compare(cells.subList(4, 8), Alpha.FIVE_PERCENT), Reason.EMPTY_ARM);
    }

    @Test
    void twoWay_residualsThatCancelBothWays_haveANegativeVariance() {
        List<TwoWayCell> cells = List.of(
                cell(1, 1, true, 3),
                cell(1, 2, true, 1),
                cell(2, 1, true, 1),
                cell(2, 2, true, 3),
                cell(3, 3, false, 2),
                cell(3, 4, false, 2));
        Comparison comparison =
                TwoWayClusters.compare(cells, Alpha.FIVE_PERCENT).found().orElseThrow();
        assertThat(comparison.difference()).isZero();
        assertReason(comparison.test(), Reason.NEGATIVE_VARIANCE);
    }

    private static TwoWayCell cell(long first, long second, boolean treated, double sum) {
        return new TwoWayCell(first, second, treated, new Cluster(1, sum));
    }
}
