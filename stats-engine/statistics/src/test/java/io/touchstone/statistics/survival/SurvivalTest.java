package io.touchstone.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
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
