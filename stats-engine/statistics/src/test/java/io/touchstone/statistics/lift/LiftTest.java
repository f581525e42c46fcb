package io.touchstone.statistics.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LiftTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    /** R's mtcars, mpg of 13 manual against 19 automatic cars. */
    private static final PairEstimate MPG = PairEstimate.independent(
            Moments.ofVariance(19, 17.147368421052633, 14.699298245614035).estimate(),
            Moments.ofVariance(13, 24.392307692307693, 38.025769230769232).estimate());

    @Test
    void delta_ofMpg_agreesWithTheLiterature() {
        Interval interval = DeltaLift.of(MPG, ALPHA)
                .found()
                .flatMap(lift -> lift.test().found())
                .orElseThrow()
                .interval();
        assertThat(interval.low()).isCloseTo(0.18029532, within(1e-8));
        assertThat(interval.high()).isCloseTo(0.66472523, within(1e-8));
    }

    @Test
    void log_ofMpg_agreesWithTheLiterature() {
        Interval interval = LogLift.of(MPG, ALPHA).found().orElseThrow().interval();
        assertThat(interval.low()).isCloseTo(0.19979439, within(1e-8));
        assertThat(interval.high()).isCloseTo(0.68656853, within(1e-8));
    }

    @Property
    void fieller_withCovariance_solvesItsQuadratic(
            @ForAll @DoubleRange(min = 1, max = 9) double mc,
            @ForAll @DoubleRange(min = -9, max = 9) double mt,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double vc,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double vt,
            @ForAll @DoubleRange(min = -0.99, max = 0.99) double correlation) {
        double covariance = correlation * Math.sqrt(vc * vt);
        PairEstimate pair = new PairEstimate(new MeanEstimate(mc, vc), new MeanEstimate(mt, vt), covariance);
        double square = ALPHA.z() * ALPHA.z();
        pair.lift(ALPHA).found().orElseThrow().interval().found().ifPresent(interval -> {
            for (double end : new double[] {interval.low(), interval.high()}) {
                double r = end + 1;
                double distance = (mt - r * mc) * (mt - r * mc);
                double noise = square * (vt - 2 * r * covariance + r * r * vc);
                assertThat(distance).isCloseTo(noise, within(1e-7 * (1 + r * r * mc * mc)));
            }
        });
    }

    @Property
    void log_ofSwappedArms_isTheInverse(
            @ForAll @DoubleRange(min = 0.1, max = 9) double mc, @ForAll @DoubleRange(min = 0.1, max = 9) double mt) {
        MeanEstimate control = new MeanEstimate(mc, 0.01);
        MeanEstimate treatment = new MeanEstimate(mt, 0.02);
        Interval one = interval(PairEstimate.independent(control, treatment));
        Interval other = interval(PairEstimate.independent(treatment, control));
        assertThat((1 + one.low()) * (1 + other.high())).isCloseTo(1, within(1e-9));
    }

    @Test
    void fieller_withPerfectCovariance_isAPoint() {
        PairEstimate pair = new PairEstimate(new MeanEstimate(2, 0.01), new MeanEstimate(3, 0.0225), 0.015);
        Interval interval =
                pair.lift(ALPHA).found().orElseThrow().interval().found().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.5, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void lift_ofMeansThatHaveNone_hasAReason() {
        MeanEstimate zero = new MeanEstimate(0, 0.1);
        MeanEstimate one = new MeanEstimate(1, 0.1);
        MeanEstimate constant = new MeanEstimate(1, 0);
        assertReason(DeltaLift.of(PairEstimate.independent(zero, one), ALPHA), Reason.CONTROL_MEAN_ZERO);
        assertReason(LogLift.of(PairEstimate.independent(zero, one), ALPHA), Reason.MEAN_NOT_POSITIVE);
        assertReason(LogLift.of(PairEstimate.independent(one, zero), ALPHA), Reason.MEAN_NOT_POSITIVE);
        assertReason(LogLift.of(PairEstimate.independent(constant, constant), ALPHA), Reason.ZERO_VARIANCE);
        MeanEstimate noisy = new MeanEstimate(1e-6, 1);
        assertReason(LogLift.of(PairEstimate.independent(noisy, one), ALPHA), Reason.RELATIVE_UNBOUNDED);
        assertThatThrownBy(() -> new PairEstimate(one, one, 0.2)).hasMessageStartingWith("covariance: 0.2 (expected:");
    }

    @Test
    void scale_ofFewPlannedConversions_isTheLog() {
        assertThat(LiftScale.planned(99)).isEqualTo(LiftScale.LOG);
        assertThat(LiftScale.planned(100)).isEqualTo(LiftScale.FIELLER);
        assertThatThrownBy(() -> LiftScale.planned(Double.NaN))
                .hasMessageStartingWith("plannedControlConversions: NaN");
    }

    private static Interval interval(PairEstimate pair) {
        return LogLift.of(pair, ALPHA).found().orElseThrow().interval();
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
