package io.touchstone.report.retention;

import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.report.CellFixture;
import io.touchstone.report.PhaseFixture;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.RetentionCells;
import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.RetentionBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetentionAssemblerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MetricDefinition BACK = metric("back", MetricKind.RETENTION, null, new DayRange(7, 7));

    @Test
    void curve_everyDay_takesTheCohortsForWhichItHasPassed() {
        CellFixture cells = new CellFixture()
                .curve(BACK.ref(), "control", DAY, 100, 60, 40, 30, 20)
                .curve(BACK.ref(), "control", DAY.plusDays(2), 50, 30, 10, 7);
        JsonNode curve = json(cells, null, DAY.plusDays(3)).at("/variants/0/curve");
        assertThat(curve.size()).isEqualTo(31);
        assertThat(curve.get(1).get("cohorts").asInt()).isEqualTo(2);
        assertThat(curve.get(1).get("units").asLong()).isEqualTo(150);
        assertThat(curve.get(1).get("count").asLong()).isEqualTo(50);
        assertThat(curve.get(1).get("waiting").asLong()).isZero();
        JsonNode second = curve.get(2);
        assertThat(second.get("units").asLong()).isEqualTo(100);
        assertThat(second.get("waiting").asLong()).isEqualTo(50);
        assertThat(second.get("value").asDouble()).isEqualTo(0.3);
        // R: prop.test(30, 100, correct = FALSE)$conf.int
        assertThat(second.get("low").asDouble()).isCloseTo(0.2189489, within(1e-7));
        assertThat(second.get("high").asDouble()).isCloseTo(0.3958485, within(1e-7));
        JsonNode fourth = curve.get(4);
        assertThat(fourth.toString())
                .isEqualTo(
                        "{\"day\":4,\"cohorts\":0,\"units\":0,\"waiting\":150,\"notEstimable\":{\"code\":\"not_matured\","
                                + "\"reason\":\"Day 4 has not passed for any of the 150 units of control.\"}}");
    }

    @Test
    void cohorts_showTheDaysThatHavePassed() {
        CellFixture cells = new CellFixture()
                .curve(BACK.ref(), "coupon", DAY, 100, 60, 40, 30, 20)
                .curve(BACK.ref(), "coupon", DAY.plusDays(2), 50, 30, 0, 7)
                .curve(BACK.ref(), "coupon", DAY.plusDays(9), 5, 5);
        JsonNode answer = json(cells, null, DAY.plusDays(3));
        assertThat(answer.at("/variants/1/cohorts").toString())
                .isEqualTo("[{\"day\":\"2026-03-02\",\"units\":100,\"retained\":[60,40,30,20]},"
                        + "{\"day\":\"2026-03-04\",\"units\":50,\"retained\":[30,0]}]");
        assertThat(answer.at("/variants/0/cohorts").isEmpty()).isTrue();
        assertThat(answer.at("/variants/0/curve/0/notEstimable/code").asString())
                .isEqualTo("empty_arm");
        assertThat(answer.get("method").asString()).isEqualTo("wilson");
    }

    @Test
    void phaseThatEnded_takesNoLaterCohortAndRunsOut() {
        Instant ended = Instant.parse("2026-03-03T04:00:00Z");
        CellFixture cells = new CellFixture()
                .curve(BACK.ref(), "control", DAY, 100, 60, 40, 30, 20)
                .curve(BACK.ref(), "control", DAY.plusDays(2), 50, 30, 0, 7);
        JsonNode control = json(cells, ended, DAY.plusDays(40)).at("/variants/0");
        assertThat(control.get("cohorts").size()).isEqualTo(1);
        assertThat(control.at("/curve/0/units").asLong()).isEqualTo(100);
        assertThat(control.at("/curve/30/count").asLong()).isZero();
        assertThat(control.at("/curve/30/high").asDouble()).isGreaterThan(0);
    }

    @Test
    void metricBeyondThirtyDays_hasALongerCurve() {
        MetricDefinition late = metric("late", MetricKind.RETENTION, null, new DayRange(40, 60));
        assertThat(json(late, new CellFixture(), null, DAY)
                        .at("/variants/0/curve")
                        .size())
                .isEqualTo(61);
    }

    @Test
    void halfWrittenRows_sayAskAgain() {
        CellFixture cells = new CellFixture().curve(BACK.ref(), "control", DAY, 10, 4, 11);
        JsonNode curve = json(cells, null, DAY.plusDays(3)).at("/variants/0/curve");
        assertThat(curve.get(0).has("value")).isTrue();
        assertThat(curve.get(1).at("/notEstimable/code").asString()).isEqualTo("being_counted");
        assertThat(curve.get(1).has("value")).isFalse();
    }

    private static JsonNode json(CellFixture cells, @Nullable Instant end, LocalDate asOf) {
        return json(BACK, cells, end, asOf);
    }

    private static JsonNode json(MetricDefinition metric, CellFixture cells, @Nullable Instant end, LocalDate asOf) {
        PhaseFacts phase = phase(variants("control", "coupon"), List.of(metric), MeansMethod.GUARDED, end);
        ReportScope scope = PhaseFixture.scope(List.of(metric), phase, asOf);
        RetentionCells counted = new RetentionCells();
        cells.rows().forEach(counted::add);
        Retention retention = RetentionAssembler.assemble(scope, phase.metrics().getFirst(), counted);
        return JsonMapper.builder().build().readTree(AnswerJson.write(RetentionBody.of(retention)));
    }
}
