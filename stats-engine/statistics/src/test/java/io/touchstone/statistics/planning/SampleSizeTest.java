package io.touchstone.statistics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.multiplicity.MetricPower;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.LookSchedule;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SampleSizeTest {

    private static final ErrorRates USUAL = ErrorRates.USUAL;

    @Test
    void rates_pooled_agreesWithPowerPropTest() {
        // R 4.2: power.prop.test(p1 = .05, p2 = .055, power = .8)
        PlannedUnits units = SampleSize.forRatesPooled(0.05, 0.055, 1, USUAL, VarianceFactor.NONE);
        assertThat(units.controlExact()).isCloseTo(31233.43794, within(1e-4));
        assertThat(units.total()).isEqualTo(2 * 31234L);
    }

    @Test
    void means_normal_isBelowStudentByAQuarterOfTheSquaredQuantile() {
        // R 4.2: power.t.test(delta = .02, sd = 1, power = .8) gives 39245.35906 with Student's quantiles.
        PlannedUnits units = SampleSize.forDifference(UnitVariances.equal(1), 0.02, 1, USUAL);
        double quarter = USUAL.criticalZ() * USUAL.criticalZ() / 4;
        assertThat(units.controlExact() + quarter).isCloseTo(39245.35906, within(1e-3));
    }

    @Test
    void guardrails_costUnits_asPublished() {
        double[] success = {1.34, 1.66, 1.83, 2.09};
        double[] guardrail = {1.39, 1.75, 1.96, 2.26};
        int[] counts = {1, 3, 5, 10};
        ErrorRates one = new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, 0.8);
        for (int i = 0; i < counts.length; i++) {
            double power = MetricPower.each(0.8, counts[i], MetricPower.Success.DECLARED);
            ErrorRates two = new ErrorRates(Alpha.FIVE_PERCENT, Sides.TWO, power);
            ErrorRates side = new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, power);
            assertThat(Math.pow(two.drift() / USUAL.drift(), 2)).isCloseTo(success[i], within(0.006));
            assertThat(Math.pow(side.drift() / one.drift(), 2)).isCloseTo(guardrail[i], within(0.006));
        }
    }

    @Test
    void guardrailOfARareHarm_relativeMargin_needsAMillion() {
        // Unsubscribe 0.2 %, four guardrails, overall power 80 %: 1.15 million an arm at 10 % relative, 46,000 at 0.1
        // pp.
        double power = MetricPower.each(0.8, 4, MetricPower.Success.DECLARED);
        ErrorRates rates = new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, power);
        UnitVariances variances = UnitVariances.ofRates(0.002, 0.002);
        assertThat((double) SampleSize.forNonInferiority(variances, 0, 0.0002, 1, rates)
                        .control())
                .isCloseTo(1.15e6, within(0.005e6));
        assertThat((double) SampleSize.forNonInferiority(variances, 0, 0.001, 1, rates)
                        .control())
                .isCloseTo(46_000, within(500.0));
    }

    @Test
    void holdout_resolution_isPrintedFirst() {
        assertThat(relative(25_000)).isCloseTo(0.075, within(0.0005));
        assertThat(relative(50_000)).isCloseTo(0.053, within(0.0005));
        assertThat(relative(250_000)).isCloseTo(0.024, within(0.0005));
    }

    private static double relative(long units) {
        return MinimumDetectableEffect.ofRatesSimple(0.1, units, units, USUAL, VarianceFactor.NONE) / 0.1;
    }

    @Property(tries = 300)
    void detectableRise_ofAnyRate_hasExactlyThePlannedPower(
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double base,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double power,
            @ForAll @DoubleRange(min = 0.1, max = 5) double k) {
        ErrorRates rates = new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, power);
        long control = 200_000;
        long treatment = Math.round(control * k);
        double rise = MinimumDetectableEffect.ofRates(base, control, treatment, rates, VarianceFactor.NONE)
                .found()
                .orElseThrow();
        double error = UnitVariances.ofRates(base, base + rise).standardError(control, treatment);
        assertThat(Power.of(rise, error, Alpha.FIVE_PERCENT, Sides.ONE)).isCloseTo(power, within(1e-10));
        double kExact = (double) treatment / control;
        assertThat(SampleSize.forRates(base, base + rise, kExact, rates, VarianceFactor.NONE)
                        .controlExact())
                .isCloseTo(control, within(1e-6 * control));
    }

    @Property(tries = 200)
    void units_moreAlphaOrLessPowerOrABetterCovariate_needFewer(
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double alpha,
            @ForAll @DoubleRange(min = 0.4, max = 0.9) double power,
            @ForAll @DoubleRange(min = 0, max = 0.9) double correlation) {
        UnitVariances variances = UnitVariances.equal(4);
        double plain = units(variances, alpha, power);
        assertThat(units(variances, alpha * 1.5, power)).isLessThan(plain);
        assertThat(units(variances, alpha, power + 0.05)).isGreaterThan(plain);
        VarianceFactor factor = VarianceFactor.covariates(correlation);
        assertThat(units(variances.times(factor), alpha, power))
                .isCloseTo(plain * (1 - correlation * correlation), within(1e-9 * plain));
    }

    private static double units(UnitVariances variances, double alpha, double power) {
        return SampleSize.forDifference(variances, 0.1, 1, new ErrorRates(new Alpha(alpha), Sides.TWO, power))
                .controlExact();
    }

    @Test
    void looks_costAsMuchAsTheSequentialDesignSays() {
        GroupSequentialDesign design = new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
        VarianceFactor five = VarianceFactor.looks(design, LookSchedule.equallySpaced(5), 0.8);
        VarianceFactor one = VarianceFactor.looks(design, LookSchedule.equallySpaced(1), 0.8);
        assertThat(one.value()).isCloseTo(1, within(1e-5));
        // Jennison and Turnbull's inflation for O'Brien-Fleming spending and 5 looks lies between 1.02 and 1.03.
        assertThat(five.value()).isBetween(1.02, 1.03);
    }

    @Test
    void clusters_designEffect_followsKish() {
        assertThat(VarianceFactor.clusters(20, 0, 0.05).value()).isCloseTo(1.95, within(1e-12));
        assertThat(VarianceFactor.clusters(20, 0.5, 0.05).value()).isCloseTo(1 + (19 + 5) * 0.05, within(1e-12));
        assertThat(VarianceFactor.clusters(1, 0, 1).value()).isEqualTo(1);
    }

    @Test
    void impossiblePlans_areRefusedByName() {
        UnitVariances one = UnitVariances.equal(1);
        assertThatThrownBy(() -> SampleSize.forDifference(one, 0, 1, USUAL))
                .hasMessage("difference: 0.0 (expected: finite, not 0)");
        assertThatThrownBy(() -> SampleSize.forDifference(one, 1e-30, 1, USUAL))
                .hasMessageStartingWith("difference: needs");
        assertThatThrownBy(() -> new ErrorRates(Alpha.FIVE_PERCENT, Sides.TWO, 1))
                .hasMessage("power: 1.0 (expected: above alpha, 0.05, and below 1)");
        assertThatThrownBy(() -> UnitVariances.ofRates(0, 0.1))
                .hasMessage("control: 0.0 (expected: above 0 and below 1)");
        assertThatThrownBy(() -> SampleSize.forNonInferiority(one, 0, 0.1, 1, USUAL))
                .hasMessage("sides: TWO (expected: ONE)");
        assertThatThrownBy(() -> SampleSize.forNonInferiority(
                        one, -0.2, 0.1, 1, new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, 0.8)))
                .hasMessage("expectedDifference: -0.2 (expected: above -0.1)");
        assertThatThrownBy(() -> VarianceFactor.covariates(1)).hasMessageStartingWith("correlation: 1.0 (expected:");
        assertThat(MinimumDetectableEffect.ofRates(0.5, 3, 3, USUAL, VarianceFactor.NONE))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_FEW_UNITS));
    }
}
