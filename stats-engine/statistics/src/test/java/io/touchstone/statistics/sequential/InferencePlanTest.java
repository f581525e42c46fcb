package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.StudentT;
import io.touchstone.statistics.TwoProportionTest;
import io.touchstone.statistics.WelchTest;
import io.touchstone.statistics.rate.GuardedRatesTest;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferencePlanTest {

    private static final MetricWindow.Finite WEEK = new MetricWindow.Finite(0, 7);
    private static final GroupSequentialPlan GROUP =
            new GroupSequentialPlan(new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO), 8000);
    private static final AlwaysValidPlan ALWAYS =
            new AlwaysValidPlan(NormalMixture.tuned(8000, Alpha.FIVE_PERCENT), Alpha.FIVE_PERCENT);

    private record Day(Proportion control, Proportion treatment) {}

    private static MatureCohorts.Cohort<Day> day(long number, long control, long treatment) {
        return new MatureCohorts.Cohort<>(
                number, 2000, new Day(new Proportion(control, 1000), new Proportion(treatment, 1000)));
    }

    private static Result<MatureDifference> asOf(long day, long treatment) {
        return MatureCohorts.of(
                        WEEK, day, List.of(day(1, 100, treatment), day(2, 100, treatment), day(3, 100, treatment)))
                .compare(InferencePlanTest::rates);
    }

    private static Result<Comparison> rates(List<Day> days, Alpha alpha) {
        Proportion control = days.stream().map(Day::control).reduce(Proportion.NONE, Proportion::plus);
        Proportion treatment = days.stream().map(Day::treatment).reduce(Proportion.NONE, Proportion::plus);
        return TwoProportionTest.compare(control, treatment, alpha);
    }

    private static MatureDifference found(long day, long treatment) {
        return asOf(day, treatment).found().orElseThrow();
    }

    @Test
    void cohorts_countWhenTheirWindowHasClosed() {
        assertThat(asOf(7, 120)).isInstanceOfSatisfying(NotEstimable.class, none -> assertThat(none.reason())
                .isEqualTo(Reason.NO_MATURE_COHORT));
        assertThat(found(8, 120).units()).isEqualTo(2000);
        assertThat(found(9, 120).units()).isEqualTo(4000);
        assertThat(MatureCohorts.of(WEEK, 9, List.of(day(1, 1, 1), day(2, 1, 1), day(3, 1, 1)))
                        .waiting())
                .isEqualTo(1);
        assertThat(new MetricWindow.Finite(2, 7).closed(1, 9)).isFalse();
        assertThat(new MetricWindow.Finite(2, 7).closed(1, 10)).isTrue();
    }

    @Test
    void matureDifference_hasNoOtherSource() {
        assertThat(MatureDifference.class.getDeclaredConstructors())
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers()));
        assertThat(FixedHorizon.class.getInterfaces()).containsExactly(InferencePlan.class);
    }

    @Test
    void groupSequential_crossing_isFinal() {
        MatureDifference strong = found(8, 190);
        MatureDifference faded = found(9, 101);
        assertThat(GROUP.look(List.of(strong), Ending.ONGOING).crossed()).isTrue();
        assertThat(GROUP.look(List.of(strong, faded), Ending.ONGOING).crossed()).isTrue();
        assertThat(GROUP.look(List.of(found(8, 101), faded), Ending.ONGOING).crossed())
                .isFalse();
    }

    @Test
    void groupSequential_interval_agreesWithTheBoundary() {
        MatureDifference look = found(9, 110);
        Interval interval =
                GROUP.look(List.of(look), Ending.ONGOING).interval().found().orElseThrow();
        Interval last =
                GROUP.look(List.of(look), Ending.FINAL).interval().found().orElseThrow();
        assertThat(interval.low()).isLessThan(last.low());
        assertThat(last.high() - last.low()).isBetween(3.9 * look.standardError(), 3.93 * look.standardError());
        GroupSequentialPlan endless = new GroupSequentialPlan(GROUP.design(), 2_000_000_000L);
        assertThat(endless.look(List.of(look), Ending.ONGOING).interval())
                .isInstanceOfSatisfying(
                        NotEstimable.class, none -> assertThat(none.reason()).isEqualTo(Reason.NO_ALPHA_SPENT));
    }

    @Test
    void repeatedLowerLimit_isOneSided() {
        Boundary boundary = new GroupSequentialDesign(new Spending.Pocock(), 0.025, Sides.ONE)
                .boundaries(LookSchedule.ofFractions(1))
                .getFirst();
        assertThat(RepeatedInterval.lowerLimit(new MatureDifference(1, 0.5, 9), boundary))
                .isInstanceOfSatisfying(Estimated.class, limit -> assertThat((Double) limit.value())
                        .isBetween(0.0200, 0.0201));
        assertThatThrownBy(() -> new MatureDifference(1, 0, 9)).hasMessageContaining("standardError: 0.0");
        assertThatThrownBy(() -> new MatureDifference(Double.NaN, 1, 9)).hasMessageContaining("difference");
    }

    /** 1,000 control and 9,000 treatment units: the guard corrects the normal test, and a look has to see it. */
    @Test
    void look_ofUnevenArms_isCorrectedForSkewness() {
        Proportion control = new Proportion(40, 1000);
        Proportion treatment = new Proportion(493, 9000);
        MatureDifference found = MatureCohorts.of(WEEK, 8, List.of(new MatureCohorts.Cohort<>(1, 10_000, 0)))
                .compare((days, alpha) ->
                        GuardedRatesTest.compare(control, treatment, alpha).map(guarded -> guarded.comparison()))
                .found()
                .orElseThrow();
        double normal = found.difference() / found.standardError();
        assertThat(normal).isGreaterThan(2.2);
        assertThat(found.z()).isBetween(2.0, 2.05);
        for (double critical : new double[] {1.5, found.z() - 1e-6, found.z() + 1e-6, 3, 8}) {
            Interval interval = found.interval(critical).found().orElseThrow();
            assertThat(interval.low() > 0).isEqualTo(found.z() > critical);
            assertThat(interval.high() - found.difference()).isNotEqualTo(found.difference() - interval.low());
        }
    }

    /** Student's statistic meets the boundary by its level: its tails are wider than the normal ones. */
    @Test
    void look_ofFewUnits_countsStudentsTails() {
        Moments control = Moments.ofVariance(60, 0, 1);
        Moments treatment = Moments.ofVariance(60, 0.5, 1);
        MatureDifference found = MatureCohorts.of(WEEK, 8, List.of(new MatureCohorts.Cohort<>(1, 120, 0)))
                .compare((days, alpha) -> WelchTest.compare(control, treatment, alpha))
                .found()
                .orElseThrow();
        double t = 0.5 / Math.sqrt(2.0 / 60);
        assertThat(found.z()).isBetween(2.67, t - 0.01);
        assertThat(Normal.twoSidedP(found.z())).isCloseTo(StudentT.twoSidedP(t, 118), within(1e-12));
        assertThat(found.interval(found.z()).found().orElseThrow().low()).isCloseTo(0, within(1e-12));
        assertThat(found.interval(0).found().orElseThrow()).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void alwaysValid_isWiderAndFinal() {
        MatureDifference strong = found(8, 190);
        MatureDifference faded = found(9, 101);
        assertThat(ALWAYS.look(List.of(strong, faded), Ending.ONGOING).crossed())
                .isTrue();
        LookingPlan.LookOutcome calm = ALWAYS.look(List.of(faded), Ending.ONGOING);
        assertThat(calm.crossed()).isFalse();
        Interval interval = calm.interval().found().orElseThrow();
        assertThat(interval.high() - interval.low()).isGreaterThan(2 * 2.9 * faded.standardError());
    }

    @Test
    void fixedHorizon_isReadOnceAtItsEnd() {
        FixedHorizon plan = new FixedHorizon(10);
        Result<Comparison> early = plan.conclude(9, () -> {
            throw new AssertionError("asked before the end");
        });
        assertThat(early).isInstanceOfSatisfying(NotEstimable.class, none -> assertThat(none.reason())
                .isEqualTo(Reason.NOT_FINAL));
        assertThat(plan.conclude(10, () -> rates(List.of(day(1, 100, 120).data()), Alpha.FIVE_PERCENT))
                        .found())
                .isPresent();
    }

    @Test
    void badInput_isRefused() {
        GroupSequentialDesign one = new GroupSequentialDesign(new Spending.Pocock(), 0.05, Sides.ONE);
        assertThatThrownBy(() -> new GroupSequentialPlan(one, 10)).hasMessageContaining("one-sided");
        assertThatThrownBy(() -> new GroupSequentialPlan(GROUP.design(), 0)).hasMessageContaining("plannedUnits: 0");
        assertThatThrownBy(() -> new MetricWindow.Finite(-1, 1)).hasMessageContaining("delayDays");
        assertThatThrownBy(() -> new MetricWindow.Finite(0, 0)).hasMessageContaining("lengthDays");
        assertThatThrownBy(() -> ALWAYS.look(List.of(), Ending.FINAL)).hasMessageContaining("looks");
        assertThatThrownBy(() -> new MatureCohorts.Cohort<>(1, -1, "")).hasMessageContaining("units");
    }
}
