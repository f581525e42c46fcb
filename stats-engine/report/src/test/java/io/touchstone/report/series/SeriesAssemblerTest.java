package io.touchstone.report.series;

import static io.touchstone.report.PhaseFixture.DAY_MILLIS;
import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.Window;
import io.touchstone.report.CellFixture;
import io.touchstone.report.PhaseFixture;
import io.touchstone.report.answer.Absence;
import io.touchstone.report.answer.ReportAssembler;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.answer.VariantReport;
import io.touchstone.report.answer.VariantValue;
import io.touchstone.report.count.MetricCells;
import io.touchstone.report.count.Tally;
import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.SeriesBody;
import io.touchstone.report.series.Series.CourseDay;
import io.touchstone.report.series.Series.EntryDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeriesAssemblerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate AS_OF = DAY.plusDays(20);
    /** On day 10 of the phase, in Shanghai. */
    private static final Instant ENDED = Instant.parse("2026-03-12T04:00:00Z");

    private static final MetricDefinition BUY = metric("buy", MetricKind.CONVERSION, null, null);
    private static final MetricDefinition SPEND = metric("spend", MetricKind.SUM, null, null);
    private static final MetricDefinition WEEK =
            metric("week", MetricKind.CONVERSION, new Window(0, 7 * DAY_MILLIS), null);
    private static final MetricDefinition D3 = metric("d3", MetricKind.RETENTION, null, new DayRange(1, 3));

    static Stream<MetricDefinition> metrics() {
        return Stream.of(BUY, SPEND, WEEK, D3);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void course_everyDay_isWhatTheReportOfThatDaySays(MetricDefinition metric) {
        for (Instant end : new Instant[] {null, ENDED}) {
            CellFixture cells = drawn(metric, 7);
            Series series = series(metric, cells, end, AS_OF);
            assertThat(series.course().getFirst().day()).isEqualTo(DAY.plusDays(1));
            for (CourseDay course : series.course()) {
                assertThat(course.variants())
                        .as("as of " + course.day())
                        .isEqualTo(report(metric, cells, end, course.day()));
            }
            assertThat(series.course().getLast().variants()).isEqualTo(report(metric, cells, end, AS_OF));
        }
    }

    @Test
    void course_afterAnEnd_stopsWhenNothingChangesAnyMore() {
        assertThat(series(BUY, drawn(BUY, 1), ENDED, AS_OF).course().getLast().day())
                .isEqualTo(DAY.plusDays(10));
        // The last cohort, of day 10, has seen 7 days at the end of day 17.
        assertThat(series(WEEK, drawn(WEEK, 1), ENDED, AS_OF.plusDays(90))
                        .course()
                        .getLast()
                        .day())
                .isEqualTo(DAY.plusDays(17));
        assertThat(series(BUY, drawn(BUY, 1), null, AS_OF).course().getLast().day())
                .isEqualTo(AS_OF);
    }

    @Test
    void entry_eachCohortAlone_waitsWhileItsWindowIsOpen() {
        CellFixture cells = new CellFixture();
        for (int day : List.of(0, 2, 15)) {
            cells.units(WEEK.ref(), false, "control", DAY.plusDays(day), 10 + day)
                    .conversions(WEEK.ref(), "control", DAY.plusDays(day), DAY.plusDays(day + 1), 2 + day);
        }
        cells.units(WEEK.ref(), false, "coupon", DAY, 4);
        List<EntryDay> entry = series(WEEK, cells, null, AS_OF).entry();
        assertThat(entry)
                .extracting(EntryDay::day)
                .containsExactlyElementsOf(DAY.datesUntil(AS_OF.plusDays(1)).toList());
        assertThat(entry.stream().filter(EntryDay::waiting).map(EntryDay::day))
                .containsExactlyElementsOf(
                        DAY.plusDays(14).datesUntil(AS_OF.plusDays(1)).toList());
        VariantValue third = entry.get(2).variants().getFirst();
        assertThat(third.figures().units()).isEqualTo(12);
        assertThat(third.figures().count()).contains(4L);
        assertThat(third.figures().value()).contains(4.0 / 12);
        assertThat(third.notEstimable()).isEmpty();
        assertThat(entry.get(0).variants().getLast().figures().value()).contains(0.0);
        assertThat(code(entry.get(2).variants().getLast())).isEqualTo("empty_arm");
        VariantValue open = entry.get(15).variants().getFirst();
        assertThat(open.figures().waiting()).isEqualTo(25);
        assertThat(code(open)).isEqualTo(Absence.NOT_MATURED);
    }

    @Test
    void json_hasUnitsOfEveryDayAndNoNull() {
        CellFixture cells = new CellFixture()
                .units(WEEK.ref(), false, "control", DAY, 40)
                .units(WEEK.ref(), false, "coupon", DAY.plusDays(15), 50);
        byte[] bytes = AnswerJson.write(SeriesBody.of(series(WEEK, cells, null, AS_OF)));
        JsonNode json = JsonMapper.builder().build().readTree(bytes);
        assertThat(json.get("intervals").asString()).isEqualTo("pointwise-fixed-horizon");
        assertThat(json.at("/entry/0").toString())
                .startsWith(
                        "{\"day\":\"2026-03-02\",\"waiting\":false,\"variants\":[{\"key\":\"control\",\"control\":true,"
                                + "\"units\":40,\"count\":0,\"value\":0.0},{\"key\":\"coupon\",\"control\":false,\"units\":0,"
                                + "\"notEstimable\":{\"code\":\"empty_arm\"");
        assertThat(json.at("/entry/15/variants/1/units").asLong()).isEqualTo(50);
        assertThat(json.at("/course/20/variants/1/waiting").asLong()).isEqualTo(50);
        assertThat(json.toString()).doesNotContain("null").doesNotContain("NaN");
    }

    @Test
    void nothingCounted_isAnEmptySeries() {
        Series series = series(BUY, new CellFixture(), null, AS_OF);
        assertThat(series.entry()).isEmpty();
        assertThat(series.course()).isEmpty();
        CellFixture tomorrow = new CellFixture().units(BUY.ref(), false, "control", AS_OF.plusDays(1), 3);
        assertThat(series(BUY, tomorrow, null, AS_OF).course()).isEmpty();
    }

    @Test
    void cohortYearsAgo_leavesTheNewestDays() {
        CellFixture cells = new CellFixture()
                .units(BUY.ref(), false, "control", DAY.minusYears(9), 1)
                .units(BUY.ref(), false, "coupon", DAY, 2);
        Series series = series(BUY, cells, null, AS_OF);
        assertThat(series.entry()).hasSize(SeriesAssembler.MOST_DAYS);
        assertThat(series.course()).hasSize(SeriesAssembler.MOST_DAYS);
        assertThat(series.course().getLast().day()).isEqualTo(AS_OF);
        assertThat(series.course().getLast().variants().getFirst().figures().units())
                .isEqualTo(1);
    }

    private static String code(VariantValue value) {
        return value.notEstimable().orElseThrow().code();
    }

    /** Whole numbers, so that sums are the same in every order. */
    private static CellFixture drawn(MetricDefinition metric, long seed) {
        Random random = new Random(seed);
        CellFixture cells = new CellFixture();
        boolean amount = metric.kind().amount();
        for (int i = 0; i < 600; i++) {
            String variant = random.nextBoolean() ? "control" : "coupon";
            LocalDate cohort = DAY.plusDays(1 + random.nextInt(18));
            cells.units(metric.ref(), amount, variant, cohort, 1);
            if (random.nextInt(3) == 0) {
                double value = amount ? random.nextInt(100) : 1;
                LocalDate day = cohort.plusDays(random.nextInt(4));
                cells.change(metric.ref(), amount, variant, cohort, day, 0, value);
            }
        }
        return cells;
    }

    private static Series series(MetricDefinition metric, CellFixture cells, @Nullable Instant end, LocalDate asOf) {
        ReportScope scope = scope(metric, end, asOf);
        MetricCells counted = new MetricCells();
        cells.rows().forEach(counted::add);
        return SeriesAssembler.assemble(scope, scope.phase().metrics().getFirst(), counted);
    }

    private static List<VariantReport> report(
            MetricDefinition metric, CellFixture cells, @Nullable Instant end, LocalDate asOf) {
        ReportScope scope = scope(metric, end, asOf);
        Tally tally = new Tally(scope.cut(), scope.metrics());
        cells.rows().forEach(tally::add);
        return ReportAssembler.metric(scope, scope.phase().metrics().getFirst(), tally.counts())
                .variants();
    }

    private static ReportScope scope(MetricDefinition metric, @Nullable Instant end, LocalDate asOf) {
        PhaseFacts phase = phase(variants("control", "coupon"), List.of(metric), MeansMethod.GUARDED, end);
        return PhaseFixture.scope(List.of(metric), phase, asOf);
    }

    @Test
    void sixtyDays_ofTwelveArms_takeFarLessThanTheyMay() {
        CellFixture cells = new CellFixture();
        List<String> keys =
                Stream.iterate(0, i -> i + 1).limit(12).map(i -> "v" + i).toList();
        for (String key : keys) {
            for (int cohort = 0; cohort < 60; cohort++) {
                cells.units(SPEND.ref(), true, key, DAY.plusDays(cohort), 100);
                for (int day = cohort; day < 60; day++) {
                    cells.change(SPEND.ref(), true, key, DAY.plusDays(cohort), DAY.plusDays(day), 0, 1 + day % 7);
                }
            }
        }
        PhaseFacts phase = phase(variants(keys.toArray(String[]::new)), List.of(SPEND), MeansMethod.GUARDED, null);
        ReportScope scope = PhaseFixture.scope(List.of(SPEND), phase, DAY.plusDays(59));
        MetricCells counted = new MetricCells();
        cells.rows().forEach(counted::add);
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            Series series =
                    SeriesAssembler.assemble(scope, scope.phase().metrics().getFirst(), counted);
            assertThat(series.course()).hasSize(60);
            byte[] bytes = AnswerJson.write(SeriesBody.of(series));
            assertThat(bytes).hasSizeLessThan(500_000);
        }
        // Five times what is allowed for one on a quiet machine: a bound against work that grows with days squared.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
    }
}
