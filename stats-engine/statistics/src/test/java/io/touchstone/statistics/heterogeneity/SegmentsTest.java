package io.touchstone.statistics.heterogeneity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static Heterogeneity of(List<SegmentEffect> effects) {
        return HeterogeneityTest.of(effects, ALPHA).found().orElseThrow();
    }

    @Test
    void segmentsThatAgree_areShrunkAllTheWay() {
        Heterogeneity found = of(List.of(new SegmentEffect("a", 0.2, 0.1), new SegmentEffect("b", 0.25, 0.2)));
        assertThat(found.betweenVariance()).isZero();
        assertThat(found.segments())
                .allSatisfy(segment -> assertThat(segment.shrunk()).isCloseTo(found.fixedEffect(), within(1e-12)));
    }

    @Test
    void segmentsThatDiffer_keepTheirOwn() {
        Heterogeneity found = of(List.of(new SegmentEffect("a", 5, 0.01), new SegmentEffect("b", -5, 0.01)));
        assertThat(found.segments().getFirst().shrunk()).isCloseTo(5, within(1e-4));
        assertThat(found.segments().getFirst().shrunkError()).isCloseTo(0.01, within(1e-4));
        assertThat(found.signChange()).isTrue();
    }

    @Test
    void scaleAndSign_changeNoP() {
        List<SegmentEffect> effects = List.of(
                new SegmentEffect("a", 0.1, 0.08),
                new SegmentEffect("b", 0.6, 0.12),
                new SegmentEffect("c", 0.15, 0.2));
        List<SegmentEffect> turned = effects.stream()
                .map(one -> new SegmentEffect(one.segment(), -4 * one.effect(), 4 * one.standardError()))
                .toList();
        assertThat(of(turned).p()).isCloseTo(of(effects).p(), within(1e-12));
        assertThat(of(turned).segments().get(1).interactionZ())
                .isCloseTo(-of(effects).segments().get(1).interactionZ(), within(1e-12));
        assertThat(of(turned).segments().get(1).shrunk())
                .isCloseTo(-4 * of(effects).segments().get(1).shrunk(), within(1e-12));
    }

    @Test
    @Tag("simulation")
    void shrunkEffects_areNearerToTheTruthThanTheRawOnes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(61);
        double raw = 0;
        double shrunk = 0;
        int rejected = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            List<SegmentEffect> effects = new ArrayList<>();
            List<SegmentEffect> same = new ArrayList<>();
            double[] truth = new double[8];
            for (int s = 0; s < truth.length; s++) {
                truth[s] = 1 + 0.5 * random.nextGaussian();
                double error = 0.4 + 0.6 * random.nextDouble();
                effects.add(new SegmentEffect("s" + s, truth[s] + error * random.nextGaussian(), error));
                same.add(new SegmentEffect("s" + s, 1 + error * random.nextGaussian(), error));
            }
            Heterogeneity found = of(effects);
            for (int s = 0; s < truth.length; s++) {
                raw += Math.pow(effects.get(s).effect() - truth[s], 2);
                shrunk += Math.pow(found.segments().get(s).shrunk() - truth[s], 2);
            }
            rejected += of(same).p() <= 0.05 ? 1 : 0;
        }
        assertThat(shrunk).isLessThan(0.6 * raw);
        assertThat(rejected / (double) runs).isCloseTo(0.05, within(4 * Math.sqrt(0.0475 / runs)));
    }

    @Test
    void oneSegmentThatOutweighsAll_leavesNoNaN() {
        Heterogeneity found = of(List.of(new SegmentEffect("a", 1, 1e-12), new SegmentEffect("b", 3, 1)));
        // (Q − 1)/(2 w_a w_b/(w_a + w_b)) with Q = 4 and w_b = 1, far below w_a.
        assertThat(found.betweenVariance()).isCloseTo(1.5, within(1e-9));
        assertThat(found.segments())
                .allSatisfy(segment -> assertThat(segment.shrunkError()).isPositive());
        assertThat(found.segments().getLast().shrunk()).isFinite();
    }

    @Test
    void oneSegment_hasAReason() {
        assertThat(HeterogeneityTest.of(List.of(new SegmentEffect("a", 1, 1)), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.SINGLE_SEGMENT));
        assertThatThrownBy(() -> new SegmentEffect("a", 1, 0))
                .hasMessageStartingWith("standardError: 0.0 (expected: above 0;");
    }
}
