package io.touchstone.report.answer;

import static io.touchstone.report.PhaseFixture.DAY_MILLIS;
import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.model.catalog.Window;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.report.CellFixture;
import io.touchstone.report.PhaseFixture;
import io.touchstone.report.count.Tally;
import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.ReportBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportAssemblerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final MetricDefinition BUY = metric("buy", MetricKind.CONVERSION, null, null);
    private static final MetricDefinition SPEND = metric("spend", MetricKind.SUM, null, null);

    @Test
    void rates_ofTwoArms_areCompared() {
        CellFixture cells = arm("control", 10_000, 500);
        add(cells, "coupon", 10_000, 550);
        JsonNode report = report(cells, BUY);
        JsonNode control = report.at("/metrics/0/variants/0");
        assertThat(control.get("control").asBoolean()).isTrue();
        assertThat(control.get("count").asLong()).isEqualTo(500);
        assertThat(control.get("value").asDouble()).isEqualTo(0.05);
        assertThat(control.get("variance").asDouble()).isCloseTo(0.0475, within(1e-15));
        assertThat(control.has("absolute")).isFalse();
        JsonNode coupon = report.at("/metrics/0/variants/1");
        assertThat(coupon.at("/absolute/estimate").asDouble()).isCloseTo(0.005, within(1e-15));
        assertThat(coupon.at("/absolute/p").asDouble()).isCloseTo(0.11289688691622177, within(1e-12));
        assertThat(coupon.at("/absolute/method").asString()).isEqualTo("unpooled-z");
        assertThat(coupon.at("/absolute").has("df")).isFalse();
        assertThat(coupon.at("/relative/low").asDouble()).isCloseTo(-0.0223230944381847, within(1e-9));
        assertThat(coupon.at("/relative/method").asString()).isEqualTo("fieller");
        assertThat(coupon.has("notEstimable")).isFalse();
        assertThat(coupon.has("warnings")).isFalse();
    }

    @Test
    void amounts_ofTwoArms_areComparedByWelch() {
        CellFixture cells = new CellFixture();
        amounts(cells, "control", 1, 2, 3, 4, 5);
        amounts(cells, "coupon", 2, 4, 6, 8, 11);
        JsonNode coupon = report(cells, SPEND).at("/metrics/0/variants/1");
        assertThat(coupon.get("value").asDouble()).isCloseTo(6.2, within(1e-15));
        assertThat(coupon.get("variance").asDouble()).isCloseTo(12.2, within(1e-14));
        assertThat(coupon.has("count")).isFalse();
        assertThat(coupon.at("/absolute/method").asString()).isEqualTo("welch");
        assertThat(coupon.at("/absolute/se").asDouble()).isCloseTo(Math.sqrt(2.5 / 5 + 12.2 / 5), within(1e-14));
        assertThat(coupon.at("/absolute/df").asDouble()).isBetween(5.0, 6.0);
    }

    @Test
    void amounts_skewedInUnequalArms_areWarnedAbout() {
        CellFixture cells = new CellFixture();
        amounts(cells, "control", 0, 0, 0, 0, 0, 0, 0, 0, 0, 50);
        amounts(cells, "coupon", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        JsonNode warning = report(cells, SPEND).at("/metrics/0/variants/1/warnings/0");
        assertThat(warning.get("code").asString()).isEqualTo("skewed_means");
        assertThat(Math.abs(warning.get("kappa").asDouble())).isGreaterThan(0.06);
        assertThat(warning.get("detail").asString()).doesNotContain("declared");
        JsonNode declared = report(cells, MeansMethod.WELCH, SPEND).at("/metrics/0/variants/1/warnings/0");
        assertThat(declared.get("detail").asString()).contains("declared before the data");
    }

    @Test
    void rates_withFewEvents_showNewcombe() {
        CellFixture cells = arm("control", 3000, 1);
        add(cells, "coupon", 3000, 4);
        JsonNode coupon = report(cells, BUY).at("/metrics/0/variants/1");
        assertThat(coupon.at("/warnings/0/code").asString()).isEqualTo("small_counts");
        assertThat(coupon.at("/absolute/newcombe/low").isNumber()).isTrue();
        assertThat(coupon.at("/relative/notEstimable/code").asString()).isEqualTo("relative_unbounded");
        assertThat(coupon.at("/relative/estimate").asDouble()).isEqualTo(3);
        assertThat(coupon.at("/relative").has("low")).isFalse();
    }

    @Test
    void rates_withoutAnyEvent_haveNoTest() {
        CellFixture cells = arm("control", 5000, 0);
        add(cells, "coupon", 5000, 0);
        JsonNode coupon = report(cells, BUY).at("/metrics/0/variants/1");
        assertThat(coupon.at("/notEstimable/code").asString()).isEqualTo("zero_events");
        assertThat(coupon.at("/absolute/estimate").asDouble()).isZero();
        assertThat(coupon.at("/absolute").has("p")).isFalse();
        assertThat(coupon.at("/relative").has("estimate")).isFalse();
        assertThat(coupon.at("/relative/notEstimable/code").asString()).isEqualTo("zero_events");
    }

    @Test
    void controlWithoutEvents_leavesTheDifference() {
        CellFixture cells = arm("control", 5000, 0);
        add(cells, "coupon", 5000, 30);
        JsonNode coupon = report(cells, BUY).at("/metrics/0/variants/1");
        assertThat(coupon.has("notEstimable")).isFalse();
        assertThat(coupon.at("/absolute/p").asDouble()).isLessThan(1e-6);
        assertThat(coupon.at("/relative/notEstimable/code").asString()).isEqualTo("control_mean_zero");
    }

    @Test
    void constantAmounts_thatDiffer_areNoCertainty() {
        CellFixture cells = new CellFixture();
        amounts(cells, "control", 1, 1, 1);
        amounts(cells, "coupon", 2, 2, 2);
        JsonNode coupon = report(cells, SPEND).at("/metrics/0/variants/1");
        assertThat(coupon.at("/notEstimable/code").asString()).isEqualTo("zero_variance");
        assertThat(coupon.at("/absolute/estimate").asDouble()).isEqualTo(1);
        assertThat(coupon.at("/warnings/0/code").asString()).isEqualTo("constant_arms");
    }

    @Test
    void oneUnit_hasAValueAndNoVariance() {
        CellFixture cells = new CellFixture();
        amounts(cells, "control", 7);
        amounts(cells, "coupon", 1, 2, 3);
        JsonNode report = report(cells, SPEND);
        assertThat(report.at("/metrics/0/variants/0/value").asDouble()).isEqualTo(7);
        assertThat(report.at("/metrics/0/variants/0").has("variance")).isFalse();
        assertThat(report.at("/metrics/0/variants/1/notEstimable/code").asString())
                .isEqualTo("too_few_units");
    }

    @Test
    void emptyArm_keepsTheOthersValueAndTheSampleRatio() {
        CellFixture cells = arm("control", 400, 40);
        JsonNode report = report(cells, BUY);
        assertThat(report.at("/metrics/0/variants/0/value").asDouble()).isEqualTo(0.1);
        JsonNode coupon = report.at("/metrics/0/variants/1");
        assertThat(coupon.get("units").asLong()).isZero();
        assertThat(coupon.has("value")).isFalse();
        assertThat(coupon.at("/notEstimable/code").asString()).isEqualTo("empty_arm");
        assertThat(report.at("/srm/mismatch").asBoolean()).isTrue();
        assertThat(report.at("/warnings/0/code").asString()).isEqualTo("sample_ratio_mismatch");
    }

    @Test
    void nothingCounted_isAReportToo() {
        JsonNode report = report(new CellFixture(), BUY, SPEND);
        assertThat(report.at("/srm/notEstimable/code").asString()).isEqualTo("empty_arm");
        assertThat(report.at("/srm").has("p")).isFalse();
        for (JsonNode metric : report.get("metrics")) {
            for (JsonNode variant : metric.get("variants")) {
                assertThat(variant.get("units").asLong()).isZero();
                assertThat(variant.at("/notEstimable/code").asString()).isEqualTo("empty_arm");
            }
        }
    }

    @Test
    void immatureCohorts_wait() {
        MetricDefinition week = metric("week", MetricKind.CONVERSION, new Window(0, 7 * DAY_MILLIS), null);
        MetricDefinition d3 = metric("d3", MetricKind.RETENTION, null, new DayRange(3, 3));
        CellFixture cells = new CellFixture();
        for (String variant : List.of("control", "coupon")) {
            cells.exposed(variant, DAY.plusDays(3), 100)
                    .units(week.ref(), false, variant, DAY.plusDays(3), 100)
                    .units(d3.ref(), false, variant, DAY.plusDays(3), 100)
                    .conversions(d3.ref(), variant, DAY.plusDays(3), DAY.plusDays(6), 20);
        }
        JsonNode report = report(cells, week, d3);
        JsonNode waiting = report.at("/metrics/0/variants/1");
        assertThat(waiting.get("units").asLong()).isZero();
        assertThat(waiting.get("waiting").asLong()).isEqualTo(100);
        assertThat(waiting.at("/notEstimable/code").asString()).isEqualTo("not_matured");
        JsonNode mature = report.at("/metrics/1/variants/1");
        assertThat(mature.get("units").asLong()).isEqualTo(100);
        assertThat(mature.get("count").asLong()).isEqualTo(20);
        assertThat(mature.get("waiting").asLong()).isZero();
    }

    @Test
    void signedMetric_hasNoLift() {
        MetricDefinition profit = metric("profit", MetricKind.SUM, null, null, ValueRange.SIGNED);
        CellFixture cells = new CellFixture();
        amountsOf(profit, cells, "control", -4, -2, -1);
        amountsOf(profit, cells, "coupon", 4, 2, 1);
        JsonNode coupon = report(cells, profit).at("/metrics/0/variants/1");
        assertThat(coupon.at("/absolute/p").isNumber()).isTrue();
        assertThat(coupon.at("/relative/notEstimable/code").asString()).isEqualTo("signed_metric");
    }

    @Test
    void negativeControl_isWarnedAbout() {
        CellFixture cells = new CellFixture();
        amounts(cells, "control", -4, -5, -6, -5);
        amounts(cells, "coupon", -3, -2, -3, -4);
        JsonNode coupon = report(cells, SPEND).at("/metrics/0/variants/1");
        assertThat(coupon.at("/relative/estimate").asDouble()).isNegative();
        assertThat(coupon.at("/warnings").toString()).contains("control_mean_negative");
    }

    @Test
    void halfWrittenRows_sayAskAgain() {
        CellFixture cells = arm("control", 100, 10);
        cells.conversions(BUY.ref(), "coupon", DAY, DAY, 2);
        JsonNode coupon = report(cells, BUY).at("/metrics/0/variants/1");
        assertThat(coupon.at("/notEstimable/code").asString()).isEqualTo("being_counted");
    }

    @Test
    void zeroWeightArm_isOutOfTheSampleRatio_andReported() {
        CellFixture cells = arm("control", 500, 5);
        add(cells, "coupon", 510, 5);
        cells.exposed("off", DAY, 3);
        ReportScope scope = PhaseFixture.scope(
                List.of(BUY),
                phase(
                        List.of(
                                new PhaseVariant("control", 1),
                                new PhaseVariant("coupon", 1),
                                new PhaseVariant("off", 0)),
                        List.of(BUY),
                        MeansMethod.GUARDED,
                        null),
                AS_OF);
        JsonNode report = json(scope, cells);
        assertThat(report.at("/srm/df").asInt()).isEqualTo(1);
        assertThat(report.at("/srm/observed").toString()).isEqualTo("[500,510,3]");
        assertThat(report.at("/srm/expected").toString()).isEqualTo("[505.0,505.0,0.0]");
        assertThat(report.at("/warnings/0/code").asString()).isEqualTo("unexpected_units");
    }

    @Test
    void health_andFreshness_standBesideTheNumbers() {
        CellFixture cells = arm("control", 10, 1)
                .crossover("control", DAY, DAY.plusDays(1))
                .counter(SystemMetric.LATE, "control", DAY, 4)
                .counter(SystemMetric.LATE_EXPOSURE, "coupon", DAY, 2);
        JsonNode report = report(cells, BUY);
        assertThat(report.at("/health/variants/0").toString())
                .isEqualTo("{\"key\":\"control\",\"units\":10,\"crossovers\":1,\"late\":4,\"lateExposures\":0}");
        assertThat(report.at("/health/variants/1/lateExposures").asInt()).isEqualTo(2);
        assertThat(report.at("/freshness").toString())
                .isEqualTo("{\"countedThrough\":\"2026-03-10T11:59:58Z\",\"lagMillis\":2000,\"provisional\":true}");
        assertThat(report.get("asOf").asString()).isEqualTo("2026-03-10");
    }

    @Test
    void report_saysWhatAPageNeedsToNameThings() {
        MetricDefinition spend = new MetricDefinition(
                "spend",
                2,
                "Spend <¥>",
                MetricKind.SUM,
                "purchase",
                null,
                new Window(1000, DAY_MILLIS),
                null,
                500.0,
                Direction.INCREASE,
                "¥",
                ValueRange.SIGNED);
        MetricDefinition d3 = metric("d3", MetricKind.RETENTION, null, new DayRange(3, 5));
        Instant end = Instant.parse("2026-03-09T00:00:00Z");
        ReportScope scope = PhaseFixture.scope(
                List.of(spend, d3),
                phase(variants("control", "coupon"), List.of(spend, d3), MeansMethod.WELCH, end),
                AS_OF);
        CellFixture cells = new CellFixture().exposed("coupon", DAY, 3).exposed("control", DAY.plusDays(1), 3);
        JsonNode report = json(scope, cells);
        assertThat(report.get("firstDay").asString()).isEqualTo("2026-03-02");
        assertThat(report.get("startsAt").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(report.get("endedAt").asString()).isEqualTo("2026-03-09T00:00:00Z");
        assertThat(report.get("plan").toString()).isEqualTo("{\"alpha\":0.05,\"power\":0.8}");
        assertThat(report.at("/metrics/0").toString())
                .startsWith("{\"key\":\"spend\",\"version\":2,\"name\":\"Spend <¥>\",\"kind\":\"sum\","
                        + "\"role\":\"success\",\"direction\":\"increase\",\"unit\":\"¥\",\"range\":\"signed\","
                        + "\"means\":\"welch\",\"event\":\"purchase\","
                        + "\"window\":{\"delayMillis\":1000,\"lengthMillis\":86400000},\"cap\":500.0,\"variants\":[");
        assertThat(report.at("/metrics/1/days").toString()).isEqualTo("[3,5]");
        assertThat(report.at("/metrics/1").has("window")).isFalse();
        JsonNode empty = report(new CellFixture(), BUY);
        assertThat(empty.has("firstDay")).isFalse();
        assertThat(empty.has("endedAt")).isFalse();
    }

    @Test
    void freshness_beyondTheHorizon_isNotProvisional() {
        Instant closed = Instant.parse("2026-03-13T16:00:00Z");
        ReportScope scope = scope(List.of(BUY), MeansMethod.GUARDED);
        assertThat(Freshness.of(scope, Optional.empty(), closed).provisional()).isFalse();
        assertThat(Freshness.of(scope, Optional.empty(), closed.minusMillis(1)).provisional())
                .isTrue();
        assertThat(Freshness.of(scope, Optional.empty(), closed).lagMillis()).isEmpty();
    }

    private static CellFixture arm(String variant, int units, int converted) {
        return add(new CellFixture(), variant, units, converted);
    }

    private static CellFixture add(CellFixture cells, String variant, int units, int converted) {
        return cells.exposed(variant, DAY, units)
                .units(BUY.ref(), false, variant, DAY, units)
                .conversions(BUY.ref(), variant, DAY, DAY.plusDays(1), converted);
    }

    private static void amounts(CellFixture cells, String variant, double... values) {
        amountsOf(SPEND, cells, variant, values);
    }

    private static void amountsOf(MetricDefinition metric, CellFixture cells, String variant, double... values) {
        cells.exposed(variant, DAY, values.length).units(metric.ref(), true, variant, DAY, values.length);
        for (double value : values) {
            cells.change(metric.ref(), true, variant, DAY, DAY.plusDays(1), 0, value);
        }
    }

    private static JsonNode report(CellFixture cells, MetricDefinition... metrics) {
        return report(cells, MeansMethod.GUARDED, metrics);
    }

    private static JsonNode report(CellFixture cells, MeansMethod means, MetricDefinition... metrics) {
        return json(scope(List.of(metrics), means), cells);
    }

    private static ReportScope scope(List<MetricDefinition> metrics, MeansMethod means) {
        return PhaseFixture.scope(metrics, phase(variants("control", "coupon"), metrics, means, null), AS_OF);
    }

    private static JsonNode json(ReportScope scope, CellFixture cells) {
        Tally tally = new Tally(scope.cut(), scope.metrics());
        cells.rows().forEach(tally::add);
        Freshness freshness = Freshness.of(scope, Optional.of(Instant.parse("2026-03-10T11:59:58Z")), NOW);
        byte[] json = AnswerJson.write(ReportBody.of(ReportAssembler.assemble(scope, tally.counts(), freshness)));
        return JsonMapper.builder().build().readTree(json);
    }
}
