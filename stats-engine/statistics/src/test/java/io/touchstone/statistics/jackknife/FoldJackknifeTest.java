package io.touchstone.statistics.jackknife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FoldJackknifeTest {

    @Property(tries = 200)
    void mean_ofOneUnitAFold_isTheUsualStandardError(
            @ForAll @Size(min = 10, max = 80) List<@DoubleRange(min = -1e3, max = 1e3) Double> values) {
        List<Moments> folds = values.stream().map(Moments::of).toList();
        Jackknife found =
                FoldJackknife.of(folds, Moments::plus, Moments::mean).found().orElseThrow();
        Moments all = folds.stream().reduce(Moments.NONE, Moments::plus);
        assertThat(found.estimate()).isCloseTo(all.mean(), within(1e-9));
        assertThat(found.variance()).isCloseTo(all.estimate().varianceOfMean(), within(1e-7));
        assertThat(found.degreesOfFreedom()).isEqualTo(values.size() - 1);
    }

    @Test
    void logarithmOfAMean_hasTheDeltaMethodsError() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(21);
        List<Moments> folds = new ArrayList<>();
        Moments all = Moments.NONE;
        for (int fold = 0; fold < 64; fold++) {
            Moments moments = Moments.NONE;
            for (int i = 0; i < 500; i++) {
                moments = moments.plus(Moments.of(4 + random.nextGaussian()));
            }
            folds.add(moments);
            all = all.plus(moments);
        }
        Jackknife found = FoldJackknife.of(folds, Moments::plus, moments -> Math.log(moments.mean()))
                .found()
                .orElseThrow();
        double delta = Math.sqrt(all.estimate().varianceOfMean()) / all.mean();
        assertThat(Math.sqrt(found.variance())).isCloseTo(delta, within(0.3 * delta));
        assertThat(found.test(Alpha.FIVE_PERCENT).found().orElseThrow().degreesOfFreedom())
                .hasValue(63);
    }

    @Test
    void noValue_orTooFewFolds_hasAReason() {
        List<Moments> folds = new ArrayList<>();
        for (int fold = 0; fold < 10; fold++) {
            folds.add(Moments.of(fold == 3 ? 1 : 0));
        }
        assertReason(FoldJackknife.of(folds, Moments::plus, moments -> 1 / moments.mean()), Reason.NOT_FINITE);
        assertReason(FoldJackknife.of(folds.subList(0, 9), Moments::plus, Moments::mean), Reason.TOO_FEW_CLUSTERS);
    }

    private static void assertReason(Object result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
