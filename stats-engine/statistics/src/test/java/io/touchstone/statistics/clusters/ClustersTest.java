package io.touchstone.statistics.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static ClusteredArm arm(RandomGenerator random, int count, double shift, int largest) {
        List<Cluster> clusters = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            int size = largest == 0 ? 10 : 3 + random.nextInt(largest);
            double common = random.nextGaussian() * 0.5 + shift;
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += common + random.nextGaussian();
            }
            clusters.add(new Cluster(size, sum));
        }
        return new ClusteredArm(clusters);
    }

    @Test
    void equalSizes_cr2IsTheDeltaMethodWithTheirCommonDegreesOfFreedom() {
        RandomGenerator random = random(1);
        ClusterDifference found = new ClusterDifference(arm(random, 12, 0, 0), arm(random, 12, 0, 0));
        assertThat(found.varianceCr2()).isCloseTo(found.varianceDelta(), within(1e-14));
        assertThat(found.satterthwaite()).isCloseTo(22, within(1e-10));
        assertThat(found.degreesOfFreedom()).isEqualTo(22);
    }

    @Test
    void oneLargeCluster_lowersTheDegreesOfFreedom() {
        List<Cluster> clusters = new ArrayList<>();
        for (int j = 0; j < 14; j++) {
            clusters.add(new Cluster(j == 0 ? 300 : 10, j));
        }
        ClusteredArm arm = new ClusteredArm(clusters);
        assertThat(new ClusterDifference(arm, arm).satterthwaite()).isLessThan(8);
        assertThat(arm.varianceCr2()).isGreaterThan(arm.varianceDelta() * 0.1);
    }

    @Test
    @Tag("simulation")
    void cr2_ofIndependentUnits_isWithoutBias() {
        RandomGenerator random = random(2);
        int[] sizes = {1, 2, 3, 5, 8, 13, 21, 60};
        double units = 113;
        double sum = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            List<Cluster> clusters = new ArrayList<>();
            for (int size : sizes) {
                clusters.add(new Cluster(size, random.nextGaussian() * Math.sqrt(size)));
            }
            sum += new ClusteredArm(clusters).varianceCr2();
        }
        assertThat(sum / runs).isCloseTo(1 / units, within(0.02 / units));
    }

    @Test
    void fewerThanTenClusters_areRefused() {
        RandomGenerator random = random(3);
        ClusteredArm nine = arm(random, 9, 0, 20);
        ClusteredArm ten = arm(random, 10, 0, 20);
        assertReason(ClusterTest.compare(nine, ten, ClusterMethod.DELTA, ALPHA), Reason.TOO_FEW_CLUSTERS);
        assertReason(ClusterTest.compare(ten, nine, ClusterMethod.CR2, ALPHA), Reason.TOO_FEW_CLUSTERS);
        assertThat(ClusterTest.compare(ten, ten, ClusterMethod.CR2, ALPHA).found())
                .isPresent();
        ClusteredArm one = new ClusteredArm(List.of(new Cluster(3, 1)));
        assertReason(ClusterDifference.of(one, ten), Reason.TOO_FEW_CLUSTERS);
        assertThatThrownBy(() -> new Cluster(0, 1)).hasMessage("size: 0.0 (expected: 1 to 1e15)");
    }

    @Test
    void constantClusters_haveADifferenceButNoTest() {
        List<Cluster> same = new ArrayList<>();
        for (int j = 1; j <= 10; j++) {
            same.add(new Cluster(j, 2.0 * j));
        }
        ClusteredArm arm = new ClusteredArm(same);
        Comparison comparison = ClusterTest.compare(arm, arm, ClusterMethod.DELTA, ALPHA)
                .found()
                .orElseThrow();
        assertThat(comparison.difference()).isZero();
        assertReason(comparison.test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void jackknife_isTheVarianceOfLeavingOutEachCluster() {
        ClusteredArm arm = arm(random(8), 12, 0, 10);
        double squares = 0;
        for (int j = 0; j < 12; j++) {
            List<Cluster> rest = new ArrayList<>(arm.clusters());
            rest.remove(j);
            double move = new ClusteredArm(rest).mean() - arm.mean();
            squares += move * move;
        }
        assertThat(arm.varianceJackknife()).isCloseTo(squares * 11 / 12, within(1e-14));
        assertThat(arm.varianceJackknife()).isGreaterThan(arm.varianceCr2());
    }

    @Test
    void jackknife_ofClustersOfOneSize_isTheDeltaMethod() {
        RandomGenerator random = random(9);
        List<Cluster> clusters = new ArrayList<>();
        for (int j = 0; j < 11; j++) {
            clusters.add(new Cluster(20, random.nextGaussian()));
        }
        ClusteredArm arm = new ClusteredArm(clusters);
        ClusterDifference found = new ClusterDifference(arm, arm);
        assertThat(found.varianceJackknife()).isCloseTo(found.varianceDelta(), within(1e-15));
        assertThat(found.satterthwaiteJackknife()).isCloseTo(20, within(1e-9));
    }

    @Test
    void satterthwaiteOfTheJackknife_isThatOfItsQuadraticForm() {
        // Against the covariance matrix of the residuals, for independent units of variance 1.
        double[] sizes = {3, 8, 1, 30, 12};
        double units = 54;
        double[] weight = new double[5];
        for (int j = 0; j < 5; j++) {
            double odds = sizes[j] / (units - sizes[j]);
            weight[j] = 0.8 * odds * odds;
        }
        double mean = 0;
        double squares = 0;
        for (int j = 0; j < 5; j++) {
            mean += weight[j] * (1 / sizes[j] - 1 / units);
            for (int k = 0; k < 5; k++) {
                double covariance = (j == k ? 1 / sizes[j] : 0) - 1 / units;
                squares += weight[j] * weight[k] * covariance * covariance;
            }
        }
        List<Cluster> clusters = new ArrayList<>();
        for (double size : sizes) {
            clusters.add(new Cluster(size, 1));
        }
        ClusteredArm arm = new ClusteredArm(clusters);
        double twoArms = (2 * mean) * (2 * mean) / (2 * squares);
        assertThat(new ClusterDifference(arm, arm).satterthwaiteJackknife()).isCloseTo(twoArms, within(1e-10));
    }

    @Test
    @Tag("simulation")
    void tenClustersAnArm_withNoEffect_rejectAboutFivePercent() {
        RandomGenerator random = random(4);
        int runs = 6000;
        int delta = 0;
        int cr2 = 0;
        for (int run = 0; run < runs; run++) {
            ClusteredArm control = arm(random, 10, 0, 10);
            ClusteredArm treatment = arm(random, 10, 0, 10);
            delta += rejects(control, treatment, ClusterMethod.DELTA);
            cr2 += rejects(control, treatment, ClusterMethod.CR2);
        }
        assertThat(delta / (double) runs).isBetween(0.038, 0.066);
        assertThat(cr2 / (double) runs).isBetween(0.036, 0.062);
    }

    private static int rejects(ClusteredArm control, ClusteredArm treatment, ClusterMethod method) {
        double p = ClusterTest.compare(control, treatment, method, ALPHA)
                .found()
                .flatMap(comparison -> comparison.test().found())
                .map(DifferenceTest::p)
                .orElseThrow();
        return p <= 0.05 ? 1 : 0;
    }

    @Test
    void randomisationTest_ofFourPairs_isThePermutationP() {
        // Treated always higher by far: of the 2⁴ assignments two are as far from 0.
        List<Cluster> clusters = new ArrayList<>();
        boolean[] treated = new boolean[8];
        int[] pair = new int[8];
        for (int i = 0; i < 8; i++) {
            treated[i] = i % 2 == 1;
            pair[i] = i / 2;
            clusters.add(new Cluster(10, (treated[i] ? 100 : 0) + i));
        }
        RandomisationDesign design = RandomisationDesign.blocked(pair, new int[] {1, 1, 1, 1});
        Randomisation found = RandomisationTest.test(clusters, treated, design, 20_000, random(5))
                .found()
                .orElseThrow();
        assertThat(found.p()).isCloseTo(0.125, within(0.01));
        assertThat(found.difference()).isCloseTo(10.1, within(1e-9));
    }

    @Test
    void randomisationTest_drawsByTheDesign() {
        RandomGenerator random = random(6);
        RandomisationDesign complete = RandomisationDesign.blocked(new int[9], new int[] {3});
        int[] counts = new int[9];
        for (int draw = 0; draw < 9000; draw++) {
            boolean[] treated = complete.draw(9, random);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                counts[i] += treated[i] ? 1 : 0;
                sum += treated[i] ? 1 : 0;
            }
            assertThat(sum).isEqualTo(3);
        }
        assertThat(IntStream.of(counts).boxed()).allMatch(count -> count >= 2800 && count <= 3200);
        List<Cluster> clusters = List.of(new Cluster(1, 1), new Cluster(1, 2));
        assertReason(
                RandomisationTest.test(clusters, new boolean[2], RandomisationDesign.independent(0.5), 99, random),
                Reason.TOO_FEW_CLUSTERS);
        assertThatThrownBy(() -> RandomisationDesign.blocked(new int[] {0, 2}, new int[] {1}))
                .hasMessage("block: 2 (expected: 0..0)");
    }

    @Test
    void twoWay_oneGroupEach_isTheOneWayVariance() {
        RandomGenerator random = random(7);
        List<TwoWayCell> cells = new ArrayList<>();
        List<Cluster> control = new ArrayList<>();
        List<Cluster> treatment = new ArrayList<>();
        for (int j = 0; j < 24; j++) {
            Cluster units = new Cluster(5, random.nextGaussian());
            cells.add(new TwoWayCell(j, j, j % 2 == 0, units));
            (j % 2 == 0 ? treatment : control).add(units);
        }
        double error = TwoWayClusters.compare(cells, ALPHA)
                .found()
                .flatMap(comparison -> comparison.test().found())
                .orElseThrow()
                .standardError();
        ClusterDifference oneWay = new ClusterDifference(new ClusteredArm(control), new ClusteredArm(treatment));
        assertThat(error * error).isCloseTo(oneWay.varianceCr0(), within(1e-14));
        assertReason(TwoWayClusters.compare(cells.subList(0, 1), ALPHA), Reason.EMPTY_ARM);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
