package io.touchstone.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the truth is drawn from the declared prior, chances and credible intervals have to be right as often as they say. */
@Tag("simulation")
class BayesCalibrationTest {
    private static final BetaDistribution PRIOR = new BetaDistribution(4, 36);
    private static final int TENTHS = 10;

    @Test
    void chanceToWin_ofEffectsFromThePrior_isHowOftenTheyAreAboveZero() {
        SplittableRandom random = new SplittableRandom(1);
        EffectPrior prior = new EffectPrior.Bell(0.1, 1);
        Reliability seen = new Reliability();
        for (int run = 0; run < 100_000; run++) {
            double truth = 0.1 + random.nextGaussian();
            ObservedEffect observed = new ObservedEffect(truth + 1.5 * random.nextGaussian(), 2.25);
            seen.add(EffectPosterior.of(observed, prior).chanceToWin(), truth > 0);
        }
        seen.requireCalibrated();
    }

    @Test
    void chanceToWin_ofRatesFromThePrior_isHowOftenTheTreatmentIsBetter() {
        SplittableRandom random = new SplittableRandom(2);
        Reliability seen = new Reliability();
        for (int run = 0; run < 4_000; run++) {
            double control = PRIOR.quantile(random.nextDouble());
            double treatment = PRIOR.quantile(random.nextDouble());
            seen.add(posterior(random, control, treatment).chanceToWin(), treatment > control);
        }
        seen.requireCalibrated();
    }

    @Test
    void difference_ofRatesFromThePrior_isInsideItsIntervalAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int runs = 150;
        int inside = 0;
        for (int run = 0; run < runs; run++) {
            double control = PRIOR.quantile(random.nextDouble());
            double treatment = PRIOR.quantile(random.nextDouble());
            Interval interval = posterior(random, control, treatment).difference(new Credibility(0.8));
            inside += interval.low() <= treatment - control && treatment - control <= interval.high() ? 1 : 0;
        }
        assertThat(inside / (double) runs).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / runs)));
    }

    private static BetaBinomial posterior(SplittableRandom random, double control, double treatment) {
        return BetaBinomial.of(draw(random, control), PRIOR, draw(random, treatment), PRIOR);
    }

    private static Proportion draw(SplittableRandom random, double rate) {
        int events = 0;
        for (int i = 0; i < 60; i++) {
            events += random.nextDouble() < rate ? 1 : 0;
        }
        return new Proportion(events, 60);
    }

    /** Chances by tenths, with how often what they speak of was so. */
    private static final class Reliability {
        private final double[] said = new double[TENTHS];
        private final int[] so = new int[TENTHS];
        private final int[] all = new int[TENTHS];

        void add(double chance, boolean was) {
            int tenth = Math.min(TENTHS - 1, (int) (TENTHS * chance));
            said[tenth] += chance;
            so[tenth] += was ? 1 : 0;
            all[tenth]++;
        }

        void requireCalibrated() {
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                assertThat(all[tenth]).as("tenth %d", tenth).isGreaterThan(60);
                double chance = said[tenth] / all[tenth];
                double error = Math.sqrt(chance * (1 - chance) / all[tenth]);
                assertThat(so[tenth] / (double) all[tenth])
                        .as("chance %.3f", chance)
                        .isCloseTo(chance, within(4 * error));
            }
        }
    }
}
