package io.touchstone.statistics.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.OneSidedTest;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.WelchTest;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SkewedMeansTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    @Property
    void transformation_andItsInverse_cancel(
            @ForAll @DoubleRange(min = -6, max = 6) double t,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double kappa) {
        double there = TailBend.ofMeans(kappa).transformed(t);
        assertThat(TailBend.ofMeans(kappa).inverse(there)).isCloseTo(t, within(1e-9));
        assertThat(TailBend.ofMeans(-kappa).transformed(-t)).isCloseTo(-there, within(1e-12));
    }

    @Property
    void correctedTest_agreesWithItsInterval_andTurnsWithTheArms(
            @ForAll @DoubleRange(min = -1, max = 1) double mean, @ForAll @DoubleRange(min = 0, max = 60) double third) {
        SkewMoments control = skewed(300, 2, 3, third);
        SkewMoments treatment = skewed(2000, 2 + mean, 3, third);
        DifferenceTest test = test(control, treatment);
        boolean outside = test.interval().low() > 0 || test.interval().high() < 0;
        assertThat(test.p() < 0.05).isEqualTo(outside);
        DifferenceTest turned = test(treatment, control);
        assertThat(turned.interval().low()).isCloseTo(-test.interval().high(), within(1e-12));
        assertThat(turned.p()).isCloseTo(test.p(), within(1e-12));
    }

    @Test
    void correctedTest_withoutSkew_isWelch() {
        SkewMoments control = skewed(30, 2, 3, 0);
        SkewMoments treatment = skewed(40, 3, 5, 0);
        DifferenceTest welch = WelchTest.compare(control.moments(), treatment.moments(), ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        DifferenceTest corrected = test(control, treatment);
        assertThat(corrected.p()).isEqualTo(welch.p());
        assertThat(corrected.interval().low()).isCloseTo(welch.interval().low(), within(1e-14));
    }

    @Test
    void oneSided_atHalfTheLevel_agreesWithTheInterval() {
        SkewMoments control = skewed(300, 2, 3, 40);
        SkewMoments treatment = skewed(2000, 2.2, 3, 40);
        double kappa = SkewGuard.pooledKappa(control, treatment).found().orElseThrow();
        DifferenceTest test = test(control, treatment);
        double difference = treatment.moments().mean() - control.moments().mean();
        OneSidedTest above = SkewCorrectedTest.oneSided(difference, test, kappa, Side.GREATER, new Alpha(0.025));
        OneSidedTest below = SkewCorrectedTest.oneSided(difference, test, kappa, Side.LESS, new Alpha(0.025));
        assertThat(above.bound()).isCloseTo(test.interval().low(), within(1e-12));
        assertThat(below.bound()).isCloseTo(test.interval().high(), within(1e-12));
        assertThat(above.p() + below.p()).isCloseTo(1, within(1e-12));
    }

    @Test
    void guard_choosesByKappa() {
        SkewMoments treatment = skewed(9000, 3, 3, 20);
        assertThat(guarded(skewed(7000, 3, 3, 20), treatment).method()).isEqualTo(MeansMethod.WELCH);
        assertThat(guarded(skewed(3000, 3, 3, 20), treatment).method()).isEqualTo(MeansMethod.SKEW_CORRECTED);
        assertThat(guarded(skewed(400, 3, 3, 20), treatment).method()).isEqualTo(MeansMethod.SKEW_CORRECTED);
        GuardedMeans none = guarded(skewed(100, 3, 3, 20), treatment);
        assertThat(none.method()).isEqualTo(MeansMethod.NONE);
        double kappa = none.pooledKappa().orElseThrow();
        assertThat(kappa).isLessThan(-0.2);
        assertThat(none.comparison().test()).isInstanceOfSatisfying(NotEstimable.class, missing -> {
            assertThat(missing.reason()).isEqualTo(Reason.TOO_SKEWED);
            assertThat(missing.text())
                    .contains(SkewRemedy.units(100, kappa) + " control")
                    .endsWith("or a lower cap in the next test.");
        });
        GuardedMeans few = guarded(SkewMoments.of(1).plus(SkewMoments.of(2)), treatment);
        assertThat(few.method()).isEqualTo(MeansMethod.NONE);
        assertThat(few.kappa()).isEmpty();
    }

    @Test
    void remedy_namesUnitsAndTheHighestCapThatWouldDo() {
        SkewMoments control = skewed(100, 3, 3, 20);
        SkewMoments treatment = skewed(9000, 3, 3, 20);
        double kappa = SkewGuard.pooledKappa(control, treatment).found().orElseThrow();
        double factor = SkewRemedy.units(100, kappa) / 100.0;
        SkewMoments more = skewed((long) (100 * factor), 3, 3, 20);
        SkewMoments moreTreated = skewed((long) (9000 * factor), 3, 3, 20);
        assertThat(Math.abs(SkewGuard.pooledKappa(more, moreTreated).found().orElseThrow()))
                .isCloseTo(0.2, within(0.002));
        List<CapCandidate> candidates = List.of(
                new CapCandidate(50, control, treatment),
                new CapCandidate(20, skewed(100, 3, 3, 1), skewed(9000, 3, 3, 1)),
                new CapCandidate(10, skewed(100, 3, 3, 0.5), skewed(9000, 3, 3, 0.5)));
        assertThat(SkewRemedy.cap(candidates)).hasValue(20.0);
        String text = ((NotEstimable<?>) GuardedMeansTest.compare(control, treatment, candidates, ALPHA)
                        .found()
                        .orElseThrow()
                        .comparison()
                        .test())
                .text();
        assertThat(text).endsWith("or a cap of 20.0 in the next test.");
    }

    @Test
    void tails_ofKnownKappa_followTheExpansion() {
        PredictedTails tails = PredictedTails.of(-0.06, ALPHA);
        assertThat(tails.upper()).isCloseTo(0.025 + 0.06 * 0.05844507 * (2 * 3.841458821 + 1) / 6, within(1e-8));
        assertThat(tails.lower() + tails.upper()).isCloseTo(0.05, within(1e-15));
        assertThat(PredictedTails.of(5, ALPHA).upper()).isZero();
    }

    /** Nobody's effect, 5 % buyers, lognormal spend, nine treated units for each control. */
    @Test
    @Tag("simulation")
    void skewedSpend_unevenArms_welchErrsUpwardsAndTheCorrectionLess() {
        Random random = new Random(20);
        int runs = 2000;
        int welchUp = 0;
        int correctedUp = 0;
        for (int run = 0; run < runs; run++) {
            SkewMoments control = spend(1000, random);
            SkewMoments treatment = spend(9000, random);
            DifferenceTest welch = WelchTest.compare(control.moments(), treatment.moments(), ALPHA)
                    .found()
                    .flatMap(found -> found.test().found())
                    .orElseThrow();
            welchUp += welch.interval().low() > 0 ? 1 : 0;
            correctedUp += test(control, treatment).interval().low() > 0 ? 1 : 0;
        }
        assertThat(welchUp / (double) runs).isCloseTo(0.117, within(0.022));
        assertThat(correctedUp).isLessThan(welchUp);
    }

    /** The same spend capped at the buyers' 99th percentile: what the guard answers holds its tails. */
    @Test
    @Tag("simulation")
    void skewedSpend_guarded_holdsItsTails() {
        Random random = new Random(21);
        int runs = 1500;
        int answered = 0;
        int up = 0;
        int down = 0;
        for (int run = 0; run < runs; run++) {
            GuardedMeans means = guarded(capped(7000, random), capped(63_000, random));
            if (means.comparison().test() instanceof Estimated<DifferenceTest>(DifferenceTest test)) {
                answered++;
                up += test.interval().low() > 0 ? 1 : 0;
                down += test.interval().high() < 0 ? 1 : 0;
            }
            assertThat(guarded(capped(500, random), capped(4500, random)).method())
                    .isEqualTo(MeansMethod.NONE);
        }
        assertThat(answered).isGreaterThan(runs / 2);
        assertThat(up / (double) answered).isBetween(0.012, 0.038);
        assertThat(down / (double) answered).isBetween(0.012, 0.038);
    }

    private static SkewMoments capped(int units, Random random) {
        double cap = Math.exp(1.5 * 2.326347874);
        SkewMoments moments = SkewMoments.NONE;
        int buyers = (int) Math.round(units * 0.05 + Math.sqrt(units * 0.0475) * random.nextGaussian());
        for (int i = 0; i < buyers; i++) {
            moments = moments.plus(SkewMoments.of(Math.min(cap, Math.exp(1.5 * random.nextGaussian()))));
        }
        return moments.plus(new SkewMoments(new Moments(units - buyers, 0, 0), 0));
    }

    private static SkewMoments spend(int units, Random random) {
        SkewMoments moments = SkewMoments.NONE;
        long buyers = 0;
        for (int i = 0; i < units; i++) {
            if (random.nextDouble() < 0.05) {
                buyers++;
                moments = moments.plus(SkewMoments.of(Math.exp(1.5 * random.nextGaussian())));
            }
        }
        return moments.plus(new SkewMoments(new Moments(units - buyers, 0, 0), 0));
    }

    private static GuardedMeans guarded(SkewMoments control, SkewMoments treatment) {
        return GuardedMeansTest.compare(control, treatment, ALPHA).found().orElseThrow();
    }

    private static DifferenceTest test(SkewMoments control, SkewMoments treatment) {
        return SkewCorrectedTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
    }

    private static SkewMoments skewed(long n, double mean, double variance, double thirdCumulant) {
        double m3 = thirdCumulant * (n - 1.0) * (n - 2.0) / n;
        return new SkewMoments(Moments.ofVariance(n, mean, variance), m3);
    }
}
