package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.PostStratification;
import io.touchstone.statistics.adjust.RatioCuped;
import io.touchstone.statistics.adjust.SlopesPer;
import io.touchstone.statistics.adjust.Stratum;
import io.touchstone.statistics.bayes.EffectPosterior;
import io.touchstone.statistics.bayes.EffectPrior;
import io.touchstone.statistics.bayes.ObservedEffect;
import io.touchstone.statistics.economics.JointDifference;
import io.touchstone.statistics.economics.RatioOfDifferences;
import io.touchstone.statistics.lift.DeltaLift;
import io.touchstone.statistics.lift.LogLift;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.FarringtonManning;
import io.touchstone.statistics.margin.Margin;
import io.touchstone.statistics.margin.NonInferiorityTest;
import io.touchstone.statistics.rate.GuardedRatesTest;
import io.touchstone.statistics.ratio.RatioOfSums;
import io.touchstone.statistics.skew.GuardedMeansTest;
import io.touchstone.statistics.skew.SkewCorrectedTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random arms of any size and scale, constant ones and empty ones among them: each entry point answers with finite numbers or a
 * reason, or refuses the input by name.
 */
class FiniteAnswersTest {

    private static final long[] UNITS = {0, 1, 2, 3, 7, 100, 1_000_000, 3_000_000_000L};
    private static final double[] SCALES = {1e-120, 1e-12, 1e-3, 1, 1e6, 1e12, 1e120};
    private static final double[] ALPHAS = {1e-6, 0.01, 0.05, 0.5};
    private static final double[] CORRELATIONS = {-1, 0, 0.5, 1 - 1e-12, 1};

    @Property(tries = 200)
    void means_anyArms_answerOrSayWhyNot(@ForAll long seed) {
        Random random = new Random(seed);
        Alpha alpha = new Alpha(one(random, ALPHAS));
        double scale = one(random, SCALES);
        Moments c = moments(random, scale);
        Moments t = moments(random, scale * one(random, 1, 1, 1e-6, 1e6));
        Map<String, Supplier<?>> calls = new LinkedHashMap<>();
        calls.put("plus", () -> c.plus(t));
        calls.put("welch", () -> WelchTest.compare(c, t, alpha));
        calls.put("absolute", () -> posterior(ObservedEffect.absolute(c, t)));
        calls.put("relative", () -> posterior(ObservedEffect.relative(c, t)));
        calls.put("strata", () -> PostStratification.of(List.of(new Stratum("a", c, t), new Stratum("b", t, c))));
        if (c.n() > 1 && t.n() > 1) {
            PairEstimate pair = PairEstimate.independent(c.estimate(), t.estimate());
            calls.put("normal", () -> LargeSampleTest.compare(pair, alpha));
            calls.put("fieller", () -> pair.lift(alpha));
            calls.put("delta", () -> DeltaLift.of(pair, alpha));
            calls.put("log", () -> LogLift.of(pair, alpha));
            for (Direction direction : Direction.values()) {
                calls.put("absolute " + direction, () -> margin(pair, new Margin.Absolute(scale), direction, alpha));
                calls.put("relative " + direction, () -> margin(pair, new Margin.Relative(0.1), direction, alpha));
            }
        }
        calls.forEach(FiniteAnswersTest::assertAnswers);
    }

    @Property(tries = 100)
    void skewedMeans_anyArms_answerOrSayWhyNot(@ForAll long seed) {
        Random random = new Random(seed);
        Alpha alpha = new Alpha(one(random, ALPHAS));
        SkewMoments c = skewed(random);
        SkewMoments t = skewed(random);
        assertAnswers("kappa", () -> SkewGuard.kappa(c, t));
        assertAnswers("pooled kappa", () -> SkewGuard.pooledKappa(c, t));
        assertAnswers("corrected", () -> SkewCorrectedTest.compare(c, t, alpha));
        assertAnswers("guarded", () -> GuardedMeansTest.compare(c, t, alpha));
    }

    @Property(tries = 100)
    void rates_anyArms_answerOrSayWhyNot(@ForAll long seed) {
        Random random = new Random(seed);
        Alpha alpha = new Alpha(one(random, ALPHAS));
        Proportion c = proportion(random);
        Proportion t = proportion(random);
        assertAnswers("unpooled", () -> TwoProportionTest.compare(c, t, alpha));
        assertAnswers("pooled", () -> PooledProportionTest.compare(c, t));
        assertAnswers("wilson", () -> WilsonInterval.of(c, alpha));
        assertAnswers("newcombe", () -> NewcombeInterval.of(c, t, alpha));
        assertAnswers("guarded", () -> GuardedRatesTest.compare(c, t, alpha));
        for (Direction direction : Direction.values()) {
            assertAnswers("score", () -> FarringtonManning.p(c, t, new Margin.Absolute(0.01), direction));
        }
        assertAnswers(
                "ratio",
                () -> SampleRatioTest.test(List.of(c.trials(), t.trials(), c.successes()), List.of(3.0, 1e-9, 1.0)));
    }

    @Property(tries = 100)
    void jointMoments_anyArms_answerOrSayWhyNot(@ForAll long seed) {
        Random random = new Random(seed);
        Alpha alpha = new Alpha(one(random, ALPHAS));
        double scale = one(random, SCALES);
        int dimension = random.nextBoolean() ? 2 : 4;
        JointMoments c = joint(random, scale, dimension);
        JointMoments t = joint(random, scale, dimension);
        assertAnswers("ratio", () -> RatioOfSums.compare(c, t, alpha));
        for (SlopesPer per : SlopesPer.values()) {
            assertAnswers("cuped", () -> Cuped.adjust(c, t, per).map(means -> means.compare(alpha)));
            assertAnswers("cuped lift", () -> Cuped.adjust(c, t, per).map(means -> means.lift(alpha)));
        }
        if (dimension == 4) {
            assertAnswers("cuped ratio", () -> RatioCuped.adjust(c, t).map(means -> means.compare(alpha)));
        }
        assertAnswers(
                "economics", () -> JointDifference.of(c, t, 0, 1).map(joint -> RatioOfDifferences.of(joint, alpha)));
    }

    private static void assertAnswers(String name, Supplier<?> call) {
        Object answer;
        try {
            answer = call.get();
        } catch (IllegalArgumentException e) {
            assertThat(e).as(name).hasMessageMatching("(?s)[^:]+: .* \\(expected: .*\\)");
            return;
        }
        FiniteNumbers.assertOf(name, answer);
    }

    private static Result<?> posterior(Result<ObservedEffect> observed) {
        return observed.map(effect -> {
            EffectPosterior posterior = EffectPosterior.of(effect, new EffectPrior.Flat());
            return List.of(posterior.mean(), posterior.sd(), posterior.chanceToWin(), posterior.lossOfTreatment());
        });
    }

    private static Result<?> margin(PairEstimate pair, Margin margin, Direction direction, Alpha alpha) {
        return NonInferiorityTest.of(pair, margin, direction, alpha);
    }

    private static Moments moments(Random random, double scale) {
        long n = UNITS[random.nextInt(UNITS.length)];
        double variance = random.nextInt(4) == 0 ? 0 : square(random.nextGaussian() * scale);
        return Moments.ofVariance(
                n, n == 0 ? 0 : random.nextGaussian() * one(random, 0, 1, 1e6, 1e150) * scale, variance);
    }

    private static SkewMoments skewed(Random random) {
        // Third moments of more than 1e90 leave the range of doubles: SkewMoments refuses them.
        double scale = one(random, 1e-150, 1e-120, 1e-12, 1, 1e6, 1e90);
        SkewMoments moments = SkewMoments.NONE;
        for (int i = random.nextInt(12); i > 0; i--) {
            moments =
                    moments.plus(SkewMoments.of(random.nextInt(3) == 0 ? 0 : Math.exp(random.nextGaussian()) * scale));
        }
        return moments;
    }

    private static Proportion proportion(Random random) {
        long n = UNITS[random.nextInt(UNITS.length)];
        return new Proportion((long) (n * one(random, 0, 1, 1e-9, 0.3, random.nextDouble())), n);
    }

    private static JointMoments joint(Random random, double scale, int dimension) {
        long n = UNITS[1 + random.nextInt(UNITS.length - 1)];
        double correlation = one(random, CORRELATIONS);
        double[] means = new double[dimension];
        double[] deviations = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            double own = scale * one(random, 1, 1e-6, 1e6);
            means[i] = random.nextInt(5) == 0 ? 0 : random.nextGaussian() * own;
            deviations[i] = random.nextInt(5) == 0 ? 0 : Math.abs(random.nextGaussian()) * own;
        }
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                covariance[i][j] = deviations[i] * deviations[j] * (i == j ? 1 : correlation);
            }
        }
        return JointMoments.ofCovariance(n, means, covariance);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double one(Random random, double... of) {
        return of[random.nextInt(of.length)];
    }
}
