package io.touchstone.pipeline.oracle;

import static io.touchstone.pipeline.oracle.HandMade.ANN;
import static io.touchstone.pipeline.oracle.HandMade.BOB;
import static io.touchstone.pipeline.oracle.HandMade.at;
import static io.touchstone.pipeline.oracle.HandMade.bought;
import static io.touchstone.pipeline.oracle.HandMade.catalog;
import static io.touchstone.pipeline.oracle.HandMade.exposed;
import static io.touchstone.pipeline.oracle.HandMade.shanghai;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.oracle.TestCatalog.Dimension;
import io.touchstone.pipeline.oracle.TestCatalog.Metric;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells computed by hand. */
class OracleSelfTest {

    private static final Metric SPEND = Metric.sum("spend", "purchase", null);

    private static Oracle oracle;

    @BeforeAll
    static void open() {
        oracle = new Oracle();
    }

    @AfterAll
    static void close() {
        oracle.close();
    }

    @Test
    void cells_lateArrivingAmount_moveIncrementsOfLaterDays() {
        var cells = count(
                shanghai(SPEND),
                exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"),
                bought("p1", at("2026-05-05T09:00"), ANN, 10),
                bought("p2", at("2026-05-03T09:00"), ANN, 4).receivedAt(at("2026-05-06T00:00")));

        assertThat(series(cells, "spend", "all", CellMoments::products))
                .isEqualTo(days(
                        Map.of("2026-05-02", List.of(0.0), "2026-05-03", List.of(16.0), "2026-05-05", List.of(180.0))));
        assertThat(series(cells, "spend", "all", CellMoments::sums))
                .isEqualTo(days(
                        Map.of("2026-05-02", List.of(0.0), "2026-05-03", List.of(4.0), "2026-05-05", List.of(10.0))));
        assertThat(series(cells, "$units", "all", CellMoments::units)).isEqualTo(days(Map.of("2026-05-02", 1L)));
    }

    @Test
    void cells_capReached_countsCappedAndCutOnce() {
        var cells = count(
                shanghai(Metric.sum("spend", "purchase", 12.0)),
                exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"),
                bought("p1", at("2026-05-02T11:00"), ANN, 10),
                bought("p2", at("2026-05-03T11:00"), ANN, 10),
                bought("p3", at("2026-05-04T11:00"), ANN, -15));

        assertThat(series(cells, "spend", "all", cell -> cell))
                .isEqualTo(days(Map.of(
                        "2026-05-02", new CellMoments(1, List.of(10.0), List.of(100.0), 1000, 1, 0, 0),
                        "2026-05-03", new CellMoments(0, List.of(2.0), List.of(44.0), 728, 0, 1, 8),
                        "2026-05-04", new CellMoments(0, List.of(-7.0), List.of(-119.0), -1603, 0, -1, -8))));
    }

    @Test
    void cells_covariates_standInTriangleOfCohortDayAndCrossTermsLater() {
        TestCatalog catalog = catalog("Asia/Shanghai", List.of(), List.of("history"), SPEND);
        var cells = count(
                catalog,
                AcceptedEvent.profile("f1", at("2026-05-02T09:00"), ANN, Map.of("history", 3L)),
                AcceptedEvent.profile("f2", at("2026-05-02T10:01"), ANN, Map.of("history", 50L)),
                exposed("e1", at("2026-05-02T10:00"), ANN, 1, "control"),
                exposed("e2", at("2026-05-02T10:00"), BOB, 1, "control"),
                bought("p1", at("2026-05-04T11:00"), ANN, 10));

        assertThat(series(cells, "spend", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(0.0, 3.0, 1.0), "2026-05-04", List.of(10.0, 0.0, 0.0))));
        assertThat(series(cells, "spend", "all", CellMoments::products))
                .isEqualTo(days(Map.of(
                        "2026-05-02", List.of(0.0, 0.0, 0.0, 9.0, 0.0, 1.0),
                        "2026-05-04", List.of(100.0, 30.0, 0.0, 0.0, 0.0, 0.0))));
    }

    @Test
    void cells_windowBorders_halfOpenInElapsedTime() {
        long t0 = at("2026-05-02T10:00");
        long hour = 3_600_000;
        var cells = count(
                shanghai(Metric.count("opens", "purchase", null).within(hour, 24 * hour)),
                exposed("e", t0, ANN, 1, "control"),
                bought("p1", t0 + hour - 1, ANN, 1),
                bought("p2", t0 + hour, ANN, 1),
                bought("p3", t0 + 25 * hour - 1, ANN, 1),
                bought("p4", t0 + 25 * hour, ANN, 1));

        assertThat(series(cells, "opens", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(1.0), "2026-05-03", List.of(1.0))));
    }

    @Test
    void cells_dayOfTwentyFiveHours_endsAtLocalMidnight() {
        ZoneId zone = ZoneId.of("America/New_York");
        long midnight =
                LocalDateTime.parse("2026-11-02T00:00").atZone(zone).toInstant().toEpochMilli();
        var cells = count(
                catalog(
                        zone.getId(),
                        List.of(),
                        List.of(),
                        Metric.retention("back", "purchase", 1, 1),
                        Metric.count("buys", "purchase", null)),
                exposed("e", midnight - 25 * 3_600_000L, ANN, 1, "control"),
                bought("p1", midnight - 1, ANN, 1),
                bought("p2", midnight, ANN, 1));

        assertThat(series(cells, "buys", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-11-01", List.of(1.0), "2026-11-02", List.of(1.0))));
        assertThat(series(cells, "back", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-11-01", List.of(0.0), "2026-11-02", List.of(1.0))));
    }

    @Test
    void cells_retention_keepEveryDayOfTheCurveForItself() {
        long t0 = at("2026-05-02T10:00");
        long day = 24 * 3_600_000L;
        var cells = count(
                catalog("Asia/Shanghai", List.of(), List.of("history"), Metric.retention("back", "purchase", 1, 1)),
                exposed("e1", t0, ANN, 1, "control"),
                exposed("e2", t0 + 1, BOB, 1, "control"),
                bought("p0", t0 - 1, ANN, 1),
                bought("p1", t0 + 1, ANN, 1),
                bought("p2", t0 + 5 * day, ANN, 1),
                bought("p3", t0 + 5 * day + 1, ANN, 1),
                bought("p4", t0 + 5 * day, BOB, 1),
                bought("p5", t0 + 30 * day, BOB, 1),
                bought("p6", t0 + 31 * day, BOB, 1));

        Map<LocalDate, CellMoments> curve = new TreeMap<>();
        cells.forEach((key, moments) -> {
            if (key.bin() == 1) {
                assertThat(key.slice()).isEqualTo("all");
                assertThat(key.cohortDay())
                        .isEqualTo((int) LocalDate.parse("2026-05-02").toEpochDay());
                curve.put(LocalDate.ofEpochDay(key.eventDay()), moments);
            }
        });
        assertThat(curve)
                .isEqualTo(days(Map.of(
                        "2026-05-02", new CellMoments(2, List.of(1.0), List.of(1.0), 0, 0, 0, 0),
                        "2026-05-07", new CellMoments(0, List.of(2.0), List.of(2.0), 0, 0, 0, 0),
                        "2026-06-01", new CellMoments(0, List.of(1.0), List.of(1.0), 0, 0, 0, 0))));
        assertThat(series(cells, "back", "all", CellMoments::units)).isEqualTo(days(Map.of("2026-05-02", 2L)));
    }

    @Test
    void cells_unitOfEarlierPhase_standsInNoOtherSliceOfTheNext() {
        var cells = count(
                catalog("Asia/Shanghai", List.of(new Dimension("city", List.of("oslo"))), List.of(), SPEND),
                exposed("e1", at("2026-05-02T10:00"), ANN, 1, "control"),
                exposed("e2", at("2026-05-04T10:00"), ANN, 2, "coupon"),
                exposed("e3", at("2026-05-04T10:00"), BOB, 2, "coupon").with(Map.of(), Map.of("city", "oslo")),
                AcceptedEvent.profile("f", at("2026-05-02T10:00"), ANN, Map.of("city", "rome")));

        assertThat(cells.keySet().stream()
                        .filter(key -> key.metric().equals("$units"))
                        .map(key -> key.phase() + " " + key.variant() + " " + key.slice()))
                .containsExactlyInAnyOrder(
                        "1 control all",
                        "1 control city=other",
                        "2 coupon earlier",
                        "2 coupon all",
                        "2 coupon city=oslo");
    }

    @Test
    void cells_secondVariant_isCrossoverOfTheFirst() {
        var cells = count(
                shanghai(SPEND),
                exposed("e3", at("2026-05-05T10:00"), ANN, 1, "coupon"),
                exposed("e2", at("2026-05-04T10:00"), ANN, 1, "coupon"),
                exposed("e1", at("2026-05-02T10:00"), ANN, 1, "control"),
                exposed("e0", at("2026-05-01T10:00"), ANN, 1, "coupon").because("forced"));

        assertThat(series(cells, "$crossover", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(0.0), "2026-05-04", List.of(1.0))));
        assertThat(cells.keySet()).extracting(CellKey::variant).containsOnly("control");
    }

    @Test
    void cells_tieInTime_smallerIdInUtf8Decides() {
        long t0 = at("2026-05-02T10:00");
        var cells = count(
                shanghai(SPEND),
                exposed("\uD83D\uDE00", t0, ANN, 1, "coupon"),
                exposed("\uFF5E", t0, ANN, 1, "control"));

        assertThat(cells.keySet()).extracting(CellKey::variant).containsOnly("control");
    }

    @Test
    void cells_lateEvents_areCountedAsLateOnly() {
        long t0 = at("2026-05-02T10:00");
        long limit = 72 * 3_600_000L;
        var cells = count(
                shanghai(SPEND),
                exposed("e0", t0 - 1, ANN, 1, "coupon").receivedAt(t0 + limit),
                exposed("e1", t0, ANN, 1, "control").receivedAt(t0 + limit),
                bought("p1", t0 + 1, ANN, 5).receivedAt(t0 + 1 + limit),
                bought("p2", t0 + 1, ANN, 7).receivedAt(t0 + 2 + limit),
                bought("p2", t0 + 1, ANN, 7).receivedAt(t0 + 3 + limit),
                bought("p3", t0 + 1, ANN, 1).importedAt(t0 + 2 * limit));

        assertThat(series(cells, "spend", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(6.0))));
        assertThat(series(cells, "$late", "all", cell -> cell))
                .isEqualTo(days(Map.of("2026-05-02", new CellMoments(1, List.of(2.0), List.of(4.0), 8, 1, 0, 0))));
        assertThat(cells.get(key("$late_exposure", "coupon", "all", "2026-05-02")))
                .isEqualTo(new CellMoments(0, List.of(1.0), List.of(0.0), 0, 0, 0, 0));
    }

    @Test
    void cells_copiesOfAnEvent_countOnce() {
        var cells = count(
                shanghai(SPEND),
                exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"),
                bought("p", at("2026-05-02T11:00"), ANN, 5),
                bought("p", at("2026-05-02T11:00"), ANN, 5).receivedAt(at("2026-05-03T11:00")));

        assertThat(series(cells, "spend", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(5.0))));
    }

    @Test
    void cells_heavyUnit_keepsSmallestIdHashesOfTheDay() {
        // SHA-256: "b" 3e23…, "c" 2e7d…, "a" ca97…
        var cells = oracle.cells(
                shanghai(SPEND),
                2,
                List.of(
                        exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"),
                        bought("a", at("2026-05-02T11:00"), ANN, 100),
                        bought("b", at("2026-05-02T11:00"), ANN, 10),
                        bought("c", at("2026-05-02T11:00"), ANN, 1)));

        assertThat(series(cells, "spend", "all", CellMoments::sums))
                .isEqualTo(days(Map.of("2026-05-02", List.of(11.0))));
    }

    @Test
    void comparison_missingAndChangedCells_areExplainedByUnit() {
        var cells = count(
                shanghai(SPEND),
                exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"),
                bought("p", at("2026-05-02T11:00"), ANN, 5));
        CellKey spend = key("spend", "control", "all", "2026-05-02");
        var engine = new TreeMap<>(cells);
        engine.remove(spend);

        OracleComparison comparison = OracleComparison.of(cells, engine);

        assertThat(OracleComparison.of(cells, new TreeMap<>(cells)).agrees()).isTrue();
        assertThat(comparison.agrees()).isFalse();
        assertThat(comparison.describe(oracle::explain))
                .contains("1 of ", spend.toString(), "engine nothing", ANN.pseudonym(), "y 0.0 -> 5.0");
    }

    private static Map<CellKey, CellMoments> count(TestCatalog catalog, AcceptedEvent... events) {
        return oracle.cells(catalog, 1000, List.of(events));
    }

    private static CellKey key(String metric, String variant, String slice, String day) {
        int epochDay = (int) LocalDate.parse(day).toEpochDay();
        return new CellKey("alpha", 1, metric, 1, variant, slice, 0, epochDay, epochDay);
    }

    private static <T> Map<LocalDate, T> days(Map<String, T> byText) {
        Map<LocalDate, T> days = new TreeMap<>();
        byText.forEach((day, value) -> days.put(LocalDate.parse(day), value));
        return days;
    }

    /** One value of every cell of phase 1, by event day. */
    private static <T> Map<LocalDate, T> series(
            Map<CellKey, CellMoments> cells, String metric, String slice, Function<CellMoments, T> value) {
        Map<LocalDate, T> days = new TreeMap<>();
        cells.forEach((key, moments) -> {
            if (key.phase() == 1
                    && key.bin() == 0
                    && key.metric().equals(metric)
                    && key.slice().equals(slice)) {
                days.put(LocalDate.ofEpochDay(key.eventDay()), value.apply(moments));
            }
        });
        return days;
    }
}
