package io.touchstone.report.count;

import static io.touchstone.report.PhaseFixture.DAY_MILLIS;
import static io.touchstone.report.PhaseFixture.SHANGHAI;
import static io.touchstone.report.PhaseFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.Window;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.report.CellFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MetricDefinition SPEND = metric("spend", MetricKind.SUM, null, null);
    private static final MetricDefinition WEEK =
            metric("week", MetricKind.CONVERSION, new Window(0, 7 * DAY_MILLIS), null);

    @Test
    void eventDays_upToTheDay_giveTheValuesAsOfIt() {
        // The example of cells.md: exposed on day 2, 10 on day 5, 4 on day 3.
        CellFixture cells = new CellFixture()
                .units(SPEND.ref(), true, "coupon", DAY, 1)
                .change(SPEND.ref(), true, "coupon", DAY, DAY.plusDays(1), 0, 4)
                .change(SPEND.ref(), true, "coupon", DAY, DAY.plusDays(3), 4, 14);
        assertThat(squares(cells, DAY)).isZero();
        assertThat(squares(cells, DAY.plusDays(2))).isEqualTo(16);
        assertThat(squares(cells, DAY.plusDays(3))).isEqualTo(196);
    }

    @Test
    void cohorts_withOpenWindow_wait() {
        CellFixture cells = new CellFixture()
                .units(WEEK.ref(), false, "coupon", DAY, 10)
                .units(WEEK.ref(), false, "coupon", DAY.plusDays(1), 5)
                .conversions(WEEK.ref(), "coupon", DAY, DAY.plusDays(2), 3)
                .conversions(WEEK.ref(), "coupon", DAY.plusDays(1), DAY.plusDays(2), 2);
        ArmCount early = count(cells, DAY.plusDays(6)).of(WEEK.ref(), "coupon");
        assertThat(early.units()).isZero();
        assertThat(early.waiting()).isEqualTo(15);
        ArmCount half = count(cells, DAY.plusDays(7)).of(WEEK.ref(), "coupon");
        assertThat(half.units()).isEqualTo(10);
        assertThat(half.whole()).isEqualTo(3);
        assertThat(half.waiting()).isEqualTo(5);
        ArmCount all = count(cells, DAY.plusDays(8)).of(WEEK.ref(), "coupon");
        assertThat(all.units()).isEqualTo(15);
        assertThat(all.whole()).isEqualTo(5);
        assertThat(all.waiting()).isZero();
    }

    @Test
    void systemMetrics_areCounted() {
        CellFixture cells = new CellFixture()
                .exposed("coupon", DAY, 12)
                .crossover("coupon", DAY, DAY.plusDays(4))
                .counter(SystemMetric.LATE, "coupon", DAY, 3)
                .counter(SystemMetric.LATE_EXPOSURE, "coupon", DAY.plusDays(1), 2);
        Counts counts = count(cells, DAY.plusDays(5));
        assertThat(counts.of(SystemMetric.UNITS, "coupon").units()).isEqualTo(12);
        assertThat(counts.of(SystemMetric.CROSSOVER, "coupon").whole()).isEqualTo(1);
        assertThat(counts.of(SystemMetric.LATE, "coupon").whole()).isEqualTo(3);
        assertThat(counts.of(SystemMetric.LATE_EXPOSURE, "coupon").whole()).isEqualTo(2);
        assertThat(count(cells, DAY.plusDays(3))
                        .of(SystemMetric.CROSSOVER, "coupon")
                        .whole())
                .isZero();
    }

    @Test
    void rows_inAnyOrder_giveTheSameCounts() {
        CellFixture cells = new CellFixture();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            LocalDate cohort = DAY.plusDays(random.nextInt(5));
            double value = random.nextInt(100_000) / 100.0;
            cells.units(SPEND.ref(), true, "coupon", cohort, 1)
                    .change(SPEND.ref(), true, "coupon", cohort, cohort.plusDays(random.nextInt(3)), 0, value);
        }
        List<CountedRow> rows = new ArrayList<>(cells.rows());
        ArmCount first = tally(rows, DAY.plusDays(30)).of(SPEND.ref(), "coupon");
        Collections.shuffle(rows, random);
        ArmCount second = tally(rows, DAY.plusDays(30)).of(SPEND.ref(), "coupon");
        assertThat(second.units()).isEqualTo(first.units()).isEqualTo(300);
        assertThat(second.squares().value()).isEqualTo(first.squares().value());
        assertThat(second.cubes().value()).isEqualTo(first.cubes().value());
    }

    @Test
    void rows_ofAnotherMetric_arePassedOver() {
        MetricDefinition other = metric("other", MetricKind.SUM, null, null);
        CellFixture cells = new CellFixture().units(other.ref(), true, "coupon", DAY, 1);
        assertThat(count(cells, DAY).arms()).isEmpty();
        assertThat(count(cells, DAY).of(other.ref(), "coupon")).isEqualTo(ArmCount.NONE);
    }

    private static double squares(CellFixture cells, LocalDate asOf) {
        return count(cells, asOf).of(SPEND.ref(), "coupon").squares().value();
    }

    private static Counts count(CellFixture cells, LocalDate asOf) {
        return tally(cells.rows(), asOf);
    }

    private static Counts tally(List<CountedRow> rows, LocalDate asOf) {
        Tally tally = new Tally(new Cut(SHANGHAI, asOf, asOf, asOf, asOf), List.of(SPEND, WEEK));
        rows.forEach(tally::add);
        return tally.counts();
    }
}
