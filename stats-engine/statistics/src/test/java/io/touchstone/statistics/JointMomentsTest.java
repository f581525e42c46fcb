package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JointMomentsTest {

    @Property(tries = 100)
    void merge_anyOrder_sameMomentsAsTheSums(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<double[]> units = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double x = random.nextGaussian();
            units.add(new double[] {1000 + x + random.nextGaussian(), x, random.nextInt(3)});
        }
        JointMoments inOrder = fold(units);
        Collections.shuffle(units, random);
        JointMoments shuffled = fold(units.subList(0, 11)).plus(fold(units.subList(11, 30)));
        assertThat(shuffled.n()).isEqualTo(30);
        for (int i = 0; i < 3; i++) {
            assertThat(shuffled.mean(i)).isCloseTo(inOrder.mean(i), within(1e-10));
            for (int j = 0; j < 3; j++) {
                assertThat(shuffled.product(i, j)).isCloseTo(inOrder.product(i, j), within(1e-9));
                assertThat(inOrder.product(i, j)).isEqualTo(inOrder.product(j, i));
                assertThat(inOrder.product(i, j)).isCloseTo(direct(units, i, j), within(1e-9));
            }
        }
    }

    private static double direct(List<double[]> units, int i, int j) {
        double a = units.stream().mapToDouble(unit -> unit[i]).average().orElseThrow();
        double b = units.stream().mapToDouble(unit -> unit[j]).average().orElseThrow();
        return units.stream().mapToDouble(unit -> (unit[i] - a) * (unit[j] - b)).sum();
    }

    private static JointMoments fold(List<double[]> units) {
        JointMoments moments = JointMoments.none(3);
        for (double[] unit : units) {
            moments = moments.plus(JointMoments.of(unit));
        }
        return moments;
    }

    @Test
    void combination_isThatOfEachUnitsValues() {
        JointMoments moments = fold(List.of(new double[] {1, 2, 0}, new double[] {4, 1, 1}, new double[] {2, 6, 3}));
        Moments sums = Moments.of(2 - 2).plus(Moments.of(8 - 1 + 0.5)).plus(Moments.of(4 - 6 + 1.5));
        Moments combined = moments.combination(2, -1, 0.5);
        assertThat(combined.mean()).isCloseTo(sums.mean(), within(1e-14));
        assertThat(combined.m2()).isCloseTo(sums.m2(), within(1e-12));
        assertThat(moments.combinations(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
                .isEqualTo(moments);
        assertThat(moments.withConstant(1).mean(3)).isEqualTo(1);
        assertThat(moments.withConstant(1).moments(3).m2()).isZero();
        assertThat(moments.combination(0, 1, -1).n()).isEqualTo(3);
        JointMoments twice = moments.combinations(new double[][] {{1, 0, 0}, {2, 0, 0}});
        assertThat(twice.combination(2, -1).m2()).isZero();
    }

    @Test
    void impossibleNumbers_areRefusedByName() {
        double[] zero = new double[2];
        assertThatThrownBy(() -> JointMoments.ofProducts(5, zero, new double[][] {{1, 3}, {3, 1}}))
                .hasMessageStartingWith("product: 3.0 (expected: at most 1.0");
        assertThatThrownBy(() -> JointMoments.ofProducts(5, zero, new double[][] {{1, Double.NaN}, {0, 1}}))
                .hasMessageStartingWith("product: NaN");
        assertThatThrownBy(() -> JointMoments.ofProducts(5, zero, new double[][] {{-1, 0}, {0, 1}}))
                .hasMessageStartingWith("product: -1.0");
        assertThatThrownBy(() -> JointMoments.ofProducts(1, zero, new double[][] {{1, 0}, {0, 1}}))
                .hasMessageStartingWith("product: 1.0 (expected: finite, and 0");
        assertThatThrownBy(() -> JointMoments.none(2).plus(JointMoments.of(1)))
                .hasMessage("dimension: 1 (expected: 2)");
        assertThatThrownBy(() -> JointMoments.ofProducts(-1, zero, new double[2][2]))
                .hasMessageStartingWith("n: -1");
    }

    @Test
    void oneSided_atHalfTheLevel_agreesWithTheInterval() {
        DifferenceTest test = WelchTest.compare(
                        Moments.ofVariance(30, 5, 2), Moments.ofVariance(35, 5.8, 3), Alpha.FIVE_PERCENT)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        OneSidedTest above = OneSidedTest.of(0.8, test, Side.GREATER, new Alpha(0.025));
        OneSidedTest below = OneSidedTest.of(0.8, test, Side.LESS, new Alpha(0.025));
        assertThat(above.bound()).isCloseTo(test.interval().low(), within(1e-12));
        assertThat(below.bound()).isCloseTo(test.interval().high(), within(1e-12));
        assertThat(2 * above.p()).isCloseTo(test.p(), within(1e-14));
        assertThat(above.p() + below.p()).isCloseTo(1, within(1e-14));
        assertThat(Side.GREATER.p(40)).isEqualTo(Normal.SMALLEST_P);
        assertThat(Side.LESS.p(-3)).isEqualTo(Side.GREATER.p(3));
    }
}
