package io.touchstone.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RatioOfSumsTest {
    private static final double[][] MANUAL = {
        {110, 2.620},
        {110, 2.875},
        {93, 2.320},
        {66, 2.200},
        {52, 1.615},
        {65, 1.835},
        {66, 1.935},
        {91, 2.140},
        {113, 1.513},
        {264, 3.170},
        {175, 2.770},
        {335, 3.570},
        {109, 2.780}
    };

    @Test
    void ratio_ofPowerByWeight_agreesWithTheLiterature() {
        // R's mtcars, hp/wt of the manual cars.
        MeanEstimate ratio = RatioOfSums.of(fold(MANUAL)).found().orElseThrow();
        assertThat(ratio.mean()).isCloseTo(52.611428389, within(1e-9));
        assertThat(Math.sqrt(ratio.varianceOfMean())).isCloseTo(6.973607217, within(1e-9));
    }

    @Property(tries = 100)
    void comparison_ofSwappedArmsOrScaledNumerator_followsAlong(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        JointMoments control = random(seed, 1);
        JointMoments treatment = random(seed + 1, 1);
        DifferenceTest test = test(control, treatment);
        DifferenceTest swapped = test(treatment, control);
        assertThat(swapped.statistic()).isCloseTo(-test.statistic(), within(1e-9));
        assertThat(swapped.p()).isCloseTo(test.p(), within(1e-9));
        DifferenceTest scaled = test(random(seed, scale), random(seed + 1, scale));
        assertThat(scaled.standardError()).isCloseTo(scale * test.standardError(), within(1e-9 * scale));
        assertThat(scaled.p()).isCloseTo(test.p(), within(1e-7));
    }

    @Test
    @Tag("simulation")
    void ratio_ofSimulatedUnits_hasTheStatedStandardError() {
        Random random = new Random(11);
        double square = 0;
        double stated = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            JointMoments arm = JointMoments.none(2);
            for (int i = 0; i < 200; i++) {
                double views = 1 + random.nextInt(9);
                arm = arm.plus(JointMoments.of(views * (0.3 + 0.1 * random.nextGaussian()), views));
            }
            MeanEstimate ratio = RatioOfSums.of(arm).found().orElseThrow();
            square += (ratio.mean() - 0.3) * (ratio.mean() - 0.3) / runs;
            stated += ratio.varianceOfMean() / runs;
        }
        assertThat(stated / square).isBetween(0.93, 1.07);
    }

    @Test
    void ratio_withoutDenominator_hasAReason() {
        assertReason(RatioOfSums.of(JointMoments.none(2)), Reason.EMPTY_ARM);
        assertReason(RatioOfSums.of(fold(new double[][] {{1, 0}, {2, 0}})), Reason.DENOMINATOR_ZERO);
        assertReason(RatioOfSums.of(JointMoments.of(1, 2)), Reason.TOO_FEW_UNITS);
        JointMoments constant = fold(new double[][] {{1, 2}, {2, 4}, {3, 6}});
        Comparison comparison = RatioOfSums.compare(constant, constant, Alpha.FIVE_PERCENT)
                .found()
                .orElseThrow();
        assertReason(comparison.test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void meanOfRatios_withoutZeroDenominators_isTheMean() {
        Moments values = Moments.of(1).plus(Moments.of(2)).plus(Moments.of(6));
        MeanEstimate mean = new MeanOfRatios(values, 0).estimate().found().orElseThrow();
        assertThat(mean.mean()).isCloseTo(3, within(1e-15));
        assertThat(mean.varianceOfMean()).isCloseTo(values.estimate().varianceOfMean(), within(1e-14));
    }

    @Test
    void meanOfRatios_withZeroDenominators_countsThemInTheVarianceOnly() {
        Moments values = Moments.ofVariance(400, 0.5, 0.04);
        MeanEstimate mean = new MeanOfRatios(values, 600).estimate().found().orElseThrow();
        assertThat(mean.mean()).isCloseTo(0.5, within(1e-14));
        assertThat(mean.varianceOfMean()).isCloseTo(0.04 * 399 * 1000 / (999.0 * 400 * 400), within(1e-15));
        assertReason(new MeanOfRatios(Moments.NONE, 3).estimate(), Reason.DENOMINATOR_ZERO);
        assertReason(new MeanOfRatios(Moments.of(2), 3).estimate(), Reason.TOO_FEW_UNITS);
        assertReason(new MeanOfRatios(Moments.NONE, 0).estimate(), Reason.EMPTY_ARM);
    }

    private static JointMoments random(int seed, double scale) {
        Random random = new Random(seed);
        JointMoments arm = JointMoments.none(2);
        for (int i = 0; i < 40; i++) {
            double b = random.nextInt(6);
            arm = arm.plus(JointMoments.of(scale * (b * random.nextDouble() + random.nextDouble()), b + 0.5));
        }
        return arm;
    }

    private static JointMoments fold(double[][] rows) {
        JointMoments moments = JointMoments.none(2);
        for (double[] row : rows) {
            moments = moments.plus(JointMoments.of(row));
        }
        return moments;
    }

    private static DifferenceTest test(JointMoments control, JointMoments treatment) {
        return RatioOfSums.compare(control, treatment, Alpha.FIVE_PERCENT)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
