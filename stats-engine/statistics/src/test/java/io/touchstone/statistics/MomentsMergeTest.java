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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsMergeTest {

    @Property(tries = 300)
    void merge_anyOrderAndGrouping_sameMoments(
            @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        SkewMoments inOrder = SkewMoments.NONE;
        for (double value : values) {
            inOrder = inOrder.plus(SkewMoments.of(value));
        }
        SkewMoments shuffled = inRandomTree(values, new Random(seed));
        double spread = Math.sqrt(inOrder.moments().m2()) + 1e-6;
        double size = values.stream().mapToDouble(Math::abs).max().orElse(0) + spread;
        assertThat(shuffled.moments().n()).isEqualTo(values.size());
        assertThat(shuffled.moments().mean()).isCloseTo(inOrder.moments().mean(), within(1e-12 * size));
        assertThat(shuffled.moments().m2()).isCloseTo(inOrder.moments().m2(), within(1e-12 * size * size));
        assertThat(shuffled.m3()).isCloseTo(inOrder.m3(), within(1e-11 * size * size * size));
    }

    private static SkewMoments inRandomTree(List<Double> values, Random random) {
        List<SkewMoments> parts = new ArrayList<>();
        values.forEach(value -> parts.add(SkewMoments.of(value)));
        Collections.shuffle(parts, random);
        while (parts.size() > 1) {
            SkewMoments last = parts.removeLast();
            int at = random.nextInt(parts.size());
            parts.set(at, parts.get(at).plus(last));
        }
        return parts.getFirst();
    }

    @Property(tries = 200)
    void merge_ofProportions_addsCounts(
            @ForAll @IntRange(max = 1000) int a,
            @ForAll @IntRange(max = 1000) int b,
            @ForAll @IntRange(max = 99) int c) {
        Proportion left = new Proportion(a, 1000).plus(new Proportion(b, 1000)).plus(new Proportion(c, 99));
        Proportion right = new Proportion(c, 99).plus(new Proportion(b, 1000).plus(new Proportion(a, 1000)));
        assertThat(left).isEqualTo(right).isEqualTo(new Proportion(a + b + c, 2099));
    }

    @Test
    void thirdMoment_ofKnownValues_isTheCentredSum() {
        SkewMoments moments = SkewMoments.NONE;
        for (double value : new double[] {1, 2, 4, 9}) {
            moments = moments.plus(SkewMoments.of(value));
        }
        assertThat(moments.moments()).isEqualTo(new Moments(4, 4, 38));
        assertThat(moments.m3()).isCloseTo(90, within(1e-12));
    }

    @Test
    void none_isNeutral() {
        SkewMoments some = SkewMoments.of(3).plus(SkewMoments.of(5));
        assertThat(some.plus(SkewMoments.NONE)).isEqualTo(some);
        assertThat(SkewMoments.NONE.plus(some)).isEqualTo(some);
    }

    @Test
    void impossibleNumbers_areRefusedByName() {
        assertThatThrownBy(() -> new Moments(5, Double.NaN, 1)).hasMessageStartingWith("mean: NaN (expected:");
        assertThatThrownBy(() -> new Moments(5, 1, -1)).hasMessageStartingWith("m2: -1.0 (expected:");
        assertThatThrownBy(() -> new Proportion(-1, 3)).hasMessage("successes: -1 (expected: 0..3)");
        assertThatThrownBy(() -> new Proportion(0, -3)).hasMessage("trials: -3 (expected: 0 or more)");
    }

    /** The exact variance is computed with rationals; merging value by value keeps five digits of it. */
    @Test
    void ofValues_spreadFarBelowTheMean_keepsTheDigits() {
        double[] values = {
            1000000000.0013037, 1000000000.0013105, 999999999.9996318,
            999999999.9997306, 1000000000.0010859, 999999999.9996554
        };
        assertThat(Moments.ofValues(values).variance().orElseThrow())
                .isCloseTo(7.383921096485817e-07, within(1e-12 * 7.383921096485817e-07));
    }

    @Test
    void ofValues_noneOrOneOrEqual_haveNoSquares() {
        assertThat(Moments.ofValues()).isEqualTo(Moments.NONE);
        assertThat(Moments.ofValues(3.25)).isEqualTo(new Moments(1, 3.25, 0));
        assertThat(Moments.ofValues(0.1, 0.1, 0.1)).isEqualTo(new Moments(3, 0.1, 0));
    }
}
