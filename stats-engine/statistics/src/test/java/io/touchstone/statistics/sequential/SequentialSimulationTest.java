package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published error rates and powers, drawn again with fixed seeds. */
class SequentialSimulationTest {

    private static final double DRIFT = Normal.upperQuantile(0.025) + Normal.upperQuantile(0.2);
    private static final double FIXED = Alpha.FIVE_PERCENT.z();
    private static final GroupSequentialDesign DESIGN =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);

    @Test
    @Tag("simulation")
    void groupSequential_power_asIntegrated() {
        for (int looks : new int[] {5, 28}) {
            double[] bounds = z(DESIGN.boundaries(LookSchedule.equallySpaced(looks)));
            double power = looks == 5 ? 0.789 : 0.782;
            assertThat(crossed(equal(looks), k -> bounds[k], DRIFT, 40_000, 1)).isCloseTo(power, within(0.007));
            assertThat(crossed(equal(looks), k -> bounds[k], 0, 40_000, 2)).isCloseTo(0.05, within(0.004));
        }
    }

    @Test
    @Tag("slow")
    void normalMixture_power_atThousandLooks() {
        int looks = 1000;
        NormalMixture mixture = NormalMixture.tuned(looks, Alpha.FIVE_PERCENT);
        double[] bounds = new double[looks];
        Arrays.setAll(bounds, k -> mixture.multiplier(k + 1, Alpha.FIVE_PERCENT));
        assertThat(crossed(equal(looks), k -> bounds[k], DRIFT, 100_000, 3)).isCloseTo(0.542, within(0.006));
        assertThat(crossed(equal(looks), k -> bounds[k], 0, 100_000, 4)).isLessThan(0.05);
        NormalMixture early = NormalMixture.tuned(looks / 10.0, Alpha.FIVE_PERCENT);
        double[] wide = new double[looks];
        Arrays.setAll(wide, k -> early.multiplier(k + 1, Alpha.FIVE_PERCENT));
        assertThat(crossed(equal(looks), k -> wide[k], DRIFT, 100_000, 5)).isCloseTo(0.493, within(0.006));
    }

    @Test
    @Tag("simulation")
    void naivePeeks_twentyEight_alarmInTwentySevenPercent() {
        assertThat(crossed(equal(28), k -> FIXED, 0, 40_000, 6)).isCloseTo(0.27, within(0.012));
    }

    /**
     * Totals that go on growing, looks counted by entered share: the metrics that the types keep out. One percent of the daily
     * variance belongs to the unit and stays; 60 % enter in three days, 60 % of the rest in the next three, or all at once.
     */
    @Test
    @Tag("simulation")
    void runningTotals_alarmTooOften() {
        double[] flat = new double[28];
        Arrays.setAll(flat, k -> (k + 1) / 28.0);
        assertThat(growing(flat, 7)).isCloseTo(0.064, within(0.006));
        double[] frontLoaded = new double[28];
        Arrays.setAll(frontLoaded, k -> k == 27 ? 1 : 1 - Math.pow(0.4, (k + 1) / 3.0));
        assertThat(growing(frontLoaded, 8)).isCloseTo(0.134, within(0.01));
        double[] oneDay = new double[28];
        Arrays.fill(oneDay, 1);
        assertThat(growing(oneDay, 9)).isCloseTo(0.264, within(0.012));
    }

    private static double growing(double[] entered, long seed) {
        double lasting = 0.01;
        SplittableRandom random = new SplittableRandom(seed);
        double[] bounds = new double[28];
        Arrays.fill(bounds, FIXED);
        if (entered[0] < 1) {
            double[] z = z(DESIGN.boundaries(LookSchedule.ofFractions(entered)));
            System.arraycopy(z, 0, bounds, 0, 28);
        }
        int crossings = 0;
        for (int run = 0; run < 40_000; run++) {
            crossings += growingWalkCrosses(entered, bounds, lasting, random) ? 1 : 0;
        }
        return crossings / 40_000.0;
    }

    private static boolean growingWalkCrosses(
            double[] entered, double[] bounds, double lasting, SplittableRandom random) {
        double units = 0;
        double total = 0;
        double noise = 0;
        for (int k = 0; k < entered.length; k++) {
            double newcomers = entered[k] - (k == 0 ? 0 : entered[k - 1]);
            units += random.nextGaussian() * Math.sqrt(newcomers * lasting);
            total += units + random.nextGaussian() * Math.sqrt(entered[k] * (1 - lasting));
            noise += entered[k] * (1 - lasting);
            double squares = 0;
            for (int c = 0; c <= k; c++) {
                double days = k - c + 1;
                squares += (entered[c] - (c == 0 ? 0 : entered[c - 1])) * days * days;
            }
            if (Math.abs(total) >= bounds[k] * Math.sqrt(noise + squares * lasting)) {
                return true;
            }
        }
        return false;
    }

    private static double[] equal(int looks) {
        double[] steps = new double[looks];
        Arrays.fill(steps, 1);
        return steps;
    }

    private static double[] z(List<Boundary> boundaries) {
        return boundaries.stream().mapToDouble(b -> b.z().orElse(40)).toArray();
    }

    /** Share of walks, whose step k has variance {@code steps[k]}, that leave the bounds at any look. */
    private static double crossed(double[] steps, IntToDoubleFunction bound, double drift, int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double total = Arrays.stream(steps).sum();
        int crossings = 0;
        for (int run = 0; run < runs; run++) {
            double score = 0;
            double information = 0;
            for (int k = 0; k < steps.length; k++) {
                score += random.nextGaussian() * Math.sqrt(steps[k]) + drift / Math.sqrt(total) * steps[k];
                information += steps[k];
                if (Math.abs(score) >= bound.applyAsDouble(k) * Math.sqrt(information)) {
                    crossings++;
                    break;
                }
            }
        }
        return (double) crossings / runs;
    }
}
