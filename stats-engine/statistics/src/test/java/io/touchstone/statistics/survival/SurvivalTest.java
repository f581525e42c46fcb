package io.touchstone.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NewcombeInterval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.SkewCorrectedTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    /** R's aml: a minus marks a censored time. */
    private static final LifeTable MAINTAINED = table(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161);

    private static final LifeTable OTHERS = table(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45);

    private static LifeTable table(int... times) {
        List<LifeTable.Row> rows = new ArrayList<>();
        for (int time : times) {
            rows.add(new LifeTable.Row(Math.abs(time), time > 0 ? 1 : 0, time > 0 ? 0 : 1));
        }
        return LifeTable.of(rows);
    }

    private static SurvivalCurve curve(LifeTable table) {
        return SurvivalCurve.of(table).found().orElseThrow();
    }

    @Test
    void aml_agreesWithR() {
        LogRank test = LogRankTest.test(OTHERS, MAINTAINED).found().orElseThrow();
        assertThat(test.statistic()).isCloseTo(3.396388699, within(1e-9));
        assertThat(test.p()).isCloseTo(0.0653, within(5e-5));
        SurvivalCurve curve = curve(MAINTAINED);
        assertThat(curve.at(13, ALPHA).survival()).isCloseTo(0.818, within(5e-4));
        assertThat(curve.at(23, ALPHA).survival()).isCloseTo(0.614, within(5e-4));
        assertThat(curve.at(48, ALPHA).survival()).isCloseTo(0.184, within(5e-4));
        assertThat(curve.median()).hasValue(31);
    }

    @Test
    void logRank_swapOfArms_sameStatistic() {
        LogRank one = LogRankTest.test(OTHERS, MAINTAINED).found().orElseThrow();
        LogRank other = LogRankTest.test(MAINTAINED, OTHERS).found().orElseThrow();
        assertThat(other.statistic()).isCloseTo(one.statistic(), within(1e-12));
        assertThat(other.observed() - other.expected()).isCloseTo(one.expected() - one.observed(), within(1e-12));
    }

    @Property(tries = 200)
    void withoutCensoring_curveIsTheEmpiricalOne(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 30) Integer> times,
            @ForAll @IntRange(max = 30) int at) {
        List<LifeTable.Row> rows = new ArrayList<>();
        times.forEach(time -> rows.add(new LifeTable.Row(time, 1, 0)));
        Collections.shuffle(rows, new Random(at));
        SurvivalCurve curve = curve(LifeTable.of(rows));
        double n = times.size();
        double share = times.stream().filter(time -> time > at).count() / n;
        SurvivalPoint point = curve.at(at, ALPHA);
        assertThat(point.survival()).isCloseTo(share, within(1e-12));
        if (share > 0) {
            // Greenwood without censoring is the binomial variance.
            double error = Math.sqrt(share * (1 - share) / n);
            assertThat(point.error().found().orElseThrow().standardError()).isCloseTo(error, within(1e-12));
        }
        double mean = times.stream().mapToInt(time -> Math.min(time, at)).sum() / n;
        MeanEstimate area = curve.areaUpTo(at);
        assertThat(area.mean()).isCloseTo(mean, within(1e-11));
        double squares = times.stream()
                .mapToDouble(time -> Math.pow(Math.min(time, at) - mean, 2))
                .sum();
        assertThat(area.varianceOfMean()).isCloseTo(squares / n / n, within(1e-10));
    }

    @Test
    void cohorts_readAsOfADay_countWhoCanHaveReachedTheLag() {
        DayCohort first = new DayCohort(10, 100, List.of(5L, 3L, 2L), List.of(0L, 1L, 0L));
        DayCohort second = new DayCohort(11, 50, List.of(4L, 1L, 9L), List.of(0L, 0L, 0L));
        LifeTable table = DayCohort.asOf(List.of(first, second, new DayCohort(13, 7, List.of(), List.of())), 12);
        assertThat(table.units()).isEqualTo(150);
        SurvivalCurve curve = curve(table);
        assertThat(curve.at(0, ALPHA).atRisk()).isEqualTo(150);
        assertThat(curve.at(1, ALPHA).atRisk()).isEqualTo(141);
        // Only the first cohort has reached lag 2: 100 − 5 − 3 − 1.
        assertThat(curve.at(2, ALPHA).atRisk()).isEqualTo(91);
        assertThat(curve.at(2, ALPHA).survival()).isCloseTo(141.0 / 150 * (137.0 / 141) * (89.0 / 91), within(1e-12));
    }

    @Test
    void restrictedMean_beyondTheLastUnit_isRefused() {
        assertReason(curve(MAINTAINED).restrictedMean(200), Reason.FOLLOW_UP_TOO_SHORT);
        assertThat(curve(OTHERS).restrictedMean(200).found()).isPresent();
        Comparison gained = RestrictedMeanTest.compare(curve(OTHERS), curve(MAINTAINED), 45, ALPHA)
                .found()
                .orElseThrow();
        assertThat(gained.difference()).isPositive();
        assertThat(gained.test().found().orElseThrow().interval().low()).isLessThan(gained.difference());
        assertReason(
                RestrictedMeanTest.compare(curve(MAINTAINED), curve(OTHERS), 200, ALPHA), Reason.FOLLOW_UP_TOO_SHORT);
    }

    @Test
    @Tag("simulation")
    void rollingEntryWithNoEffect_rejectsAboutFivePercent() {
        Random random = new Random(71);
        int runs = 3000;
        int logRank = 0;
        int restricted = 0;
        for (int run = 0; run < runs; run++) {
            LifeTable control = entrants(random);
            LifeTable treatment = entrants(random);
            logRank +=
                    LogRankTest.test(control, treatment).found().orElseThrow().p() <= 0.05 ? 1 : 0;
            double p = RestrictedMeanTest.compare(curve(control), curve(treatment), 20, ALPHA)
                    .found()
                    .flatMap(comparison -> comparison.test().found())
                    .orElseThrow()
                    .p();
            restricted += p <= 0.05 ? 1 : 0;
        }
        assertThat(logRank / (double) runs).isBetween(0.034, 0.066);
        assertThat(restricted / (double) runs).isBetween(0.034, 0.068);
    }

    /** 150 users over ten days of entry, read on day 30; the event comes after 20 days on average. */
    private static LifeTable entrants(Random random) {
        List<DayCohort> cohorts = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            Long[] events = new Long[40];
            Long[] withdrawn = new Long[40];
            Arrays.fill(events, 0L);
            Arrays.fill(withdrawn, 0L);
            for (int user = 0; user < 15; user++) {
                int lag = (int) (-20 * Math.log1p(-random.nextDouble()));
                if (lag < 40) {
                    events[lag]++;
                }
            }
            cohorts.add(new DayCohort(day, 15, List.of(events), List.of(withdrawn)));
        }
        return DayCohort.asOf(cohorts, 30);
    }

    @Test
    void restrictedMean_withoutLosses_isTheSkewCorrectedTestOfTheTimes() {
        Random random = new Random(72);
        SkewMoments control = SkewMoments.NONE;
        SkewMoments treatment = SkewMoments.NONE;
        List<LifeTable.Row> c = new ArrayList<>();
        List<LifeTable.Row> t = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double time = -20 * Math.log1p(-random.nextDouble());
            boolean treated = i >= 100;
            (treated ? t : c).add(time < 30 ? new LifeTable.Row(time, 1, 0) : new LifeTable.Row(30, 0, 1));
            SkewMoments one = SkewMoments.of(Math.min(30, time));
            control = treated ? control : control.plus(one);
            treatment = treated ? treatment.plus(one) : treatment;
        }
        DifferenceTest found = RestrictedMeanTest.compare(curve(LifeTable.of(c)), curve(LifeTable.of(t)), 30, ALPHA)
                .found()
                .flatMap(comparison -> comparison.test().found())
                .orElseThrow();
        DifferenceTest times = SkewCorrectedTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(comparison -> comparison.test().found())
                .orElseThrow();
        assertThat(found.standardError()).isCloseTo(times.standardError(), within(1e-12));
        assertThat(found.degreesOfFreedom().orElseThrow())
                .isCloseTo(times.degreesOfFreedom().orElseThrow(), within(1e-8));
        // The skewness is pooled in another way: by units instead of by cumulants.
        assertThat(found.statistic()).isCloseTo(times.statistic(), within(1e-3));
    }

    @Test
    void survivalAtADay_withoutLosses_restsOnAllUnits() {
        LifeTable control = new LifeTable(List.of(new LifeTable.Row(3, 6, 0), new LifeTable.Row(10, 0, 54)));
        LifeTable treatment = new LifeTable(List.of(new LifeTable.Row(4, 2, 0), new LifeTable.Row(10, 0, 58)));
        assertThat(curve(control).effectiveUnits(5)).isCloseTo(60, within(1e-9));
        Comparison found = SurvivalDifferenceTest.compare(curve(control), curve(treatment), 5, ALPHA)
                .found()
                .orElseThrow();
        assertThat(found.difference()).isCloseTo(4.0 / 60, within(1e-12));
        // Far from one half Wilson's limits decide; Student's quantile is a little longer than the normal one.
        Interval newcombe = NewcombeInterval.of(new Proportion(54, 60), new Proportion(58, 60), ALPHA)
                .found()
                .orElseThrow();
        Interval interval = found.test().found().orElseThrow().interval();
        assertThat(interval.low()).isLessThan(newcombe.low()).isCloseTo(newcombe.low(), within(0.002));
        assertThat(interval.high()).isGreaterThan(newcombe.high()).isCloseTo(newcombe.high(), within(0.003));
    }

    @Test
    void survivalAtADay_withLosses_isWorthFewerUnits() {
        LifeTable table = new LifeTable(List.of(
                new LifeTable.Row(1, 5, 0),
                new LifeTable.Row(2, 0, 40),
                new LifeTable.Row(3, 5, 0),
                new LifeTable.Row(9, 0, 50)));
        SurvivalPoint point = curve(table).at(4, ALPHA);
        double error = point.error().found().orElseThrow().standardError();
        double units = curve(table).effectiveUnits(4);
        assertThat(units).isBetween(60.0, 99.0);
        assertThat(Math.sqrt(point.survival() * (1 - point.survival()) / units)).isCloseTo(error, within(1e-12));
        // Before the first event those at risk, after the end of a curve at 0 those of its last point above.
        assertThat(curve(table).effectiveUnits(0.5)).isEqualTo(100);
        assertThat(curve(table(3, 5)).effectiveUnits(6)).isEqualTo(2);
    }

    @Test
    void survivalAtADay_withoutEvents_hasALengthAndBeyondTheEndIsRefused() {
        LifeTable none = new LifeTable(List.of(new LifeTable.Row(10, 0, 80)));
        LifeTable some = new LifeTable(List.of(new LifeTable.Row(2, 3, 0), new LifeTable.Row(10, 0, 77)));
        Interval interval = SurvivalDifferenceTest.compare(curve(some), curve(none), 7, ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow()
                .interval();
        assertThat(interval.low()).isNegative();
        assertThat(interval.high()).isBetween(0.05, 0.15);
        assertReason(SurvivalDifferenceTest.compare(curve(some), curve(none), 11, ALPHA), Reason.FOLLOW_UP_TOO_SHORT);
    }

    @Test
    void nobodyThere_orNothingHappened_hasAReason() {
        LifeTable nobody = new LifeTable(List.of());
        assertReason(SurvivalCurve.of(nobody), Reason.EMPTY_ARM);
        assertReason(LogRankTest.test(nobody, OTHERS), Reason.EMPTY_ARM);
        assertReason(LogRankTest.test(table(-3, -4), table(-5)), Reason.ZERO_EVENTS);
        assertReason(curve(OTHERS).at(45, ALPHA).error(), Reason.ZERO_VARIANCE);
        assertThatThrownBy(() -> new LifeTable.Row(-1, 1, 0)).hasMessage("time: -1.0 (expected: finite, 0 or more)");
        assertThatThrownBy(() -> new DayCohort(0, 1, List.of(2L), List.of(0L)))
                .hasMessage("events: 2 units gone (expected: at most 1)");
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
