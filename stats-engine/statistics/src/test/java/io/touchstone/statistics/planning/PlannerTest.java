package io.touchstone.statistics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.TwoProportionTest;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final PlannedFamily ONE = new PlannedFamily(ErrorRates.USUAL, 1, 0);

    private static PlannedMetric metric(OptionalDouble skewness) {
        return new PlannedMetric(UnitVariances.equal(25), 0.5, VarianceFactor.NONE, skewness);
    }

    @Test
    void plan_ofTwoEvenArms_isTheSampleSize() {
        Plan plan = Planner.plan(metric(OptionalDouble.empty()), Allocation.even(1), ONE);
        assertThat(plan.control()).isEqualTo(1570);
        assertThat(plan.treatments()).containsExactly(1570L);
        assertThat(plan.entryDays(100)).isEqualTo(32);
        assertThat(plan.skewDecides()).isFalse();
        assertThat(plan.kappa()).isZero();
    }

    @Test
    void plan_ofMoreVariantsMetricsAndGuardrails_sharesTheErrors() {
        Plan plan = Planner.plan(
                metric(OptionalDouble.empty()), Allocation.even(3), new PlannedFamily(ErrorRates.USUAL, 2, 4));
        assertThat(plan.perComparison().alpha().value()).isCloseTo(0.05 / 6, within(1e-15));
        assertThat(plan.perComparison().power()).isCloseTo(0.96, within(1e-12));
        assertThat(plan.treatments()).hasSize(3).containsOnly(plan.control());
    }

    @Test
    void leastTotal_ofFourTreatments_needsFewerUnitsThanEvenArms() {
        PlannedMetric metric = metric(OptionalDouble.empty());
        Plan even = Planner.plan(metric, Allocation.even(4), ONE);
        Plan least = Planner.plan(metric, Allocation.leastTotal(4), ONE);
        assertThat(least.total()).isLessThan(even.total());
        assertThat(least.control()).isCloseTo(2 * least.treatments().getFirst(), within(2L));
    }

    @Test
    void skewOfAnUnevenSplit_decidesTheUnits() {
        Allocation split = new Allocation(1, List.of(9.0));
        Plan plan = Planner.plan(metric(OptionalDouble.of(40)), split, ONE);
        assertThat(plan.skewDecides()).isTrue();
        assertThat(plan.kappa()).isCloseTo(SkewGuard.LIMIT, within(1e-3)).isLessThanOrEqualTo(SkewGuard.LIMIT);
        assertThat(Planner.plan(metric(OptionalDouble.of(40)), Allocation.even(1), ONE)
                        .skewDecides())
                .isFalse();
    }

    @Test
    void kappa_ofThePlan_isTheOneOfTheGuard() {
        // γ s³ (1/n_t² − 1/n_c²)/(s²/n_t + s²/n_c)^{3/2} with s = 1.
        double direct = 7 * (1 / 81e6 - 1 / 1e6) / Math.pow(1 / 9e3 + 1 / 1e3, 1.5);
        assertThat(new PlannedSkew(7).kappa(1000, 9000)).isCloseTo(direct, within(1e-12));
        assertThat(new PlannedSkew(7).kappa(500, 500)).isZero();
    }

    @Test
    @Tag("simulation")
    void plannedPower_agreesWithSimulatedTests() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261);
        PlannedUnits units = SampleSize.forRates(0.2, 0.26, 0.5, ErrorRates.USUAL, VarianceFactor.NONE);
        int runs = 4000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            Proportion control = draw(random, units.control(), 0.2);
            Proportion treatment = draw(random, units.treatment(), 0.26);
            Comparison comparison = TwoProportionTest.compare(control, treatment, Alpha.FIVE_PERCENT)
                    .found()
                    .orElseThrow();
            found += comparison.test().found().map(DifferenceTest::p).orElse(1.0) <= 0.05 ? 1 : 0;
        }
        // Four Monte-Carlo standard errors.
        assertThat(found / (double) runs).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / runs)));
    }

    private static Proportion draw(RandomGenerator random, long units, double rate) {
        long events = 0;
        for (long i = 0; i < units; i++) {
            events += random.nextDouble() < rate ? 1 : 0;
        }
        return new Proportion(events, units);
    }
}
