package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.BetaDistribution;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillRuleTest {

    private static final KillRule RULE = new KillRule(0.01, 0);
    private static final int LOOKS = 200;
    private static final int UNITS_A_LOOK = 1000;
    private static final double BASE = 0.001;

    @Test
    void factor_isTheIntegral() {
        double border = 0.2;
        double sum = 0;
        int steps = 1_000_000;
        for (int i = 0; i < steps; i++) {
            double theta = border + (1 - border) * (i + 0.5) / steps;
            sum += Math.pow(theta / border, 7) * Math.pow((1 - theta) / (1 - border), 5) / steps;
        }
        assertThat(RULE.logE(List.of(new HarmEpoch(1, 4, 7, 5)))).isCloseTo(Math.log(sum), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.25, 1, 1", "0, 2, 9", "0.5, 0.5, 0.5"})
    void mean_atTheBorder_isOne(double margin, double a, double b) {
        KillRule rule = new KillRule(0.01, margin, new BetaDistribution(a, b));
        double theta = (1 + margin) / (1 + margin + 9);
        double mean = 0;
        double harmless = 0;
        for (int x = 0; x <= 40; x++) {
            double e = Math.exp(rule.logE(List.of(new HarmEpoch(1, 9, x, 40 - x))));
            mean += e * binomial(40, x, theta);
            harmless += e * binomial(40, x, theta / 2);
        }
        assertThat(mean).isCloseTo(1, within(1e-10));
        assertThat(harmless).isLessThan(1);
    }

    @Test
    void epochs_multiply() {
        HarmEpoch ramp = new HarmEpoch(1, 99, 3, 20);
        HarmEpoch half = new HarmEpoch(50, 50, 40, 22);
        assertThat(RULE.logE(List.of(ramp, half)))
                .isCloseTo(RULE.logE(List.of(ramp)) + RULE.logE(List.of(half)), within(1e-12));
        assertThat(RULE.logE(List.of())).isZero();
        assertThat(RULE.logE(List.of(new HarmEpoch(1, 1, 0, 0)))).isZero();
        assertThat(RULE.logE(List.of(new HarmEpoch(10, 990, 3, 20))))
                .isCloseTo(RULE.logE(List.of(ramp)), within(1e-12));
    }

    @Test
    void hugeCounts_stayFinite() {
        double harm = RULE.logE(List.of(new HarmEpoch(1, 1, 2_000_000, 1_000_000)));
        assertThat(harm).isBetween(1e5, 1e6);
        assertThat(RULE.p(List.of(new HarmEpoch(1, 1, 2_000_000, 1_000_000)))).isEqualTo(Double.MIN_NORMAL);
        double fine = RULE.logE(List.of(new HarmEpoch(1, 1, 1_000_000, 2_000_000)));
        assertThat(fine).isNegative().isGreaterThan(-50);
        assertThat(RULE.stops(List.of(new HarmEpoch(1, 1, 1_000_000, 2_000_000))))
                .isFalse();
    }

    /** Base 0.1 %, 200,000 units, 200 looks, alpha 1 %: as simulated apart from this project. */
    @ParameterizedTest
    @CsvSource({"0.01, 5, 0.57, 0.08", "0.05, 3, 0.86, 0.69", "0.10, 2, 0.54, 0.40"})
    @Tag("simulation")
    void rareHarm_isStoppedMoreOftenThanByAMixture(double ramp, double ratio, double kill, double mixture) {
        double[] stopped = stopped(ramp, ratio, 3000, 11);
        assertThat(stopped[0]).isCloseTo(kill, within(0.04));
        assertThat(stopped[1]).isCloseTo(mixture, within(0.04));
    }

    @Test
    void controlEvents_lowerE() {
        for (int treatment = 0; treatment < 40; treatment += 3) {
            for (int control = 0; control < 200; control += 7) {
                double before = RULE.logE(List.of(new HarmEpoch(0.1, 0.9, treatment, control)));
                assertThat(RULE.logE(List.of(new HarmEpoch(0.1, 0.9, treatment, control + 1))))
                        .isLessThan(before);
            }
        }
    }

    @Test
    @Tag("simulation")
    void noHarm_isStoppedInLessThanAlpha() {
        assertThat(stopped(0.01, 1, 10_000, 12)[0]).isLessThan(0.01);
        assertThat(stopped(0.05, 1, 4000, 15)[0]).isBetween(0.002, 0.007);
        assertThat(stopped(0.10, 1, 3000, 13)[0]).isLessThan(0.01);
    }

    /** A ramp of 20 % for 100 looks, then of 2 %; harm comes 20 looks after the exposure, without any effect. */
    @Test
    @Tag("simulation")
    void narrowedRamp_isCountedByExposure() {
        SplittableRandom random = new SplittableRandom(14);
        int byExposure = 0;
        int byEvent = 0;
        for (int run = 0; run < 600; run++) {
            int[][] counts = new int[4][LOOKS + 1];
            for (int look = 0; look < LOOKS; look++) {
                int epoch = look < LOOKS / 2 ? 0 : 1;
                double ramp = epoch == 0 ? 0.2 : 0.02;
                delayed(random, poisson(random, UNITS_A_LOOK * ramp * BASE), look, counts[2 * epoch]);
                delayed(random, poisson(random, UNITS_A_LOOK * (1 - ramp) * BASE), look, counts[2 * epoch + 1]);
            }
            byExposure += kills(counts, false) ? 1 : 0;
            byEvent += kills(counts, true) ? 1 : 0;
        }
        assertThat(byExposure / 600.0).isLessThan(0.01);
        assertThat(byEvent / 600.0).isGreaterThan(0.1);
    }

    private static void delayed(SplittableRandom random, int events, int look, int[] byLook) {
        for (int i = 0; i < events; i++) {
            int at = look - (int) (Math.log(1 - random.nextDouble()) * 20);
            byLook[Math.min(at, LOOKS)]++;
        }
    }

    /** Treatment and control of the first epoch, then of the second; all of a later look are the second's when counted by event. */
    private static boolean kills(int[][] counts, boolean byEvent) {
        long[] sums = new long[4];
        for (int look = 0; look < LOOKS; look++) {
            for (int i = 0; i < 4; i++) {
                int into = byEvent && look >= LOOKS / 2 ? 2 + i % 2 : i;
                sums[into] += counts[i][look];
            }
            if (RULE.stops(
                    List.of(new HarmEpoch(0.2, 0.8, sums[0], sums[1]), new HarmEpoch(0.02, 0.98, sums[2], sums[3])))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> new KillRule(0, 0)).hasMessageContaining("alpha: 0.0");
        assertThatThrownBy(() -> new KillRule(0.01, -1)).hasMessageContaining("margin: -1.0");
        assertThatThrownBy(() -> new HarmEpoch(0, 1, 0, 0)).hasMessageContaining("treatmentWeight");
        assertThatThrownBy(() -> new HarmEpoch(1, Double.NaN, 0, 0)).hasMessageContaining("controlWeight");
        assertThatThrownBy(() -> new HarmEpoch(1, 1, -1, 0)).hasMessageContaining("treatmentEvents");
        assertThatThrownBy(() -> new HarmEpoch(1, 1, 0, -1)).hasMessageContaining("controlEvents");
    }

    /** Shares of runs stopped by the kill rule and by a one-sided mixture sequence of the difference in rates. */
    private static double[] stopped(double ramp, double ratio, int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Alpha alpha = new Alpha(0.01);
        NormalMixture mixture = NormalMixture.tuned(LOOKS * UNITS_A_LOOK, new Alpha(0.02));
        int kills = 0;
        int crossings = 0;
        for (int run = 0; run < runs; run++) {
            long treatment = 0;
            long control = 0;
            boolean killed = false;
            boolean crossed = false;
            for (int look = 1; look <= LOOKS && !(killed && crossed); look++) {
                int hits = poisson(random, UNITS_A_LOOK * ramp * BASE * ratio);
                treatment += hits;
                control += poisson(random, UNITS_A_LOOK * (1 - ramp) * BASE);
                // An event of the control lowers E: only one of the treatment can stop.
                killed = killed || hits > 0 && RULE.stops(List.of(new HarmEpoch(ramp, 1 - ramp, treatment, control)));
                double units = (double) look * UNITS_A_LOOK;
                double z = z(treatment, units * ramp, control, units * (1 - ramp));
                crossed = crossed || z >= mixture.oneSidedMultiplier(units, alpha);
            }
            kills += killed ? 1 : 0;
            crossings += crossed ? 1 : 0;
        }
        return new double[] {(double) kills / runs, (double) crossings / runs};
    }

    private static double z(long treatment, double treated, long control, double controls) {
        double pt = treatment / treated;
        double pc = control / controls;
        double variance = pt * (1 - pt) / treated + pc * (1 - pc) / controls;
        return variance > 0 ? (pt - pc) / Math.sqrt(variance) : 0;
    }

    private static int poisson(SplittableRandom random, double mean) {
        int events = 0;
        for (double rest = Math.exp(-mean), product = random.nextDouble(); product > rest; events++) {
            product *= random.nextDouble();
        }
        return events;
    }

    private static double binomial(int n, int x, double theta) {
        return CombinatoricsUtils.binomialCoefficientDouble(n, x) * Math.pow(theta, x) * Math.pow(1 - theta, n - x);
    }
}
