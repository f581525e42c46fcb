package io.touchstone.pipeline.oracle;

import static io.touchstone.pipeline.oracle.HandMade.ANN;
import static io.touchstone.pipeline.oracle.HandMade.at;
import static io.touchstone.pipeline.oracle.HandMade.bought;
import static io.touchstone.pipeline.oracle.HandMade.catalog;
import static io.touchstone.pipeline.oracle.HandMade.exposed;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.oracle.TestCatalog.Dimension;
import io.touchstone.pipeline.oracle.TestCatalog.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The invariant: cells equal a batch recomputation over the accepted events, in any order, with copies, over restarts. */
class EngineAgreesWithOracleTest {

    static final int SETS = 200;

    private static AgreementCheck check;

    @BeforeAll
    static void open() {
        check = new AgreementCheck();
    }

    @AfterAll
    static void close() {
        check.close();
    }

    @Test
    void cells_twoHundredRandomSetsInTwoOrders_equalTheOracles() {
        for (int seed = 0; seed < SETS; seed++) {
            assertThat(check.difference(seed)).isEmpty();
        }
    }

    @Test
    void cells_secondVariantAfterProfileIsForgotten_keepWhatWasFrozen() {
        TestCatalog catalog = catalog(
                "Asia/Shanghai",
                List.of(new Dimension("level", List.of("1"))),
                List.of("history"),
                Metric.conversion("bought", "purchase"));

        assertThat(check.difference(
                        catalog,
                        1000,
                        List.of(
                                AcceptedEvent.profile(
                                        "f1", at("2026-05-01T10:00"), ANN, Map.of("history", 3L, "level", 1L)),
                                exposed("e1", at("2026-05-02T10:00"), ANN, 1, "control"),
                                AcceptedEvent.profile(
                                        "f2", at("2026-05-03T10:00"), ANN, Map.of("history", 9L, "level", 2L)),
                                AcceptedEvent.profile("f3", at("2026-05-14T10:00"), ANN, Map.of("city", "oslo")),
                                exposed("e2", at("2026-05-15T10:00"), ANN, 1, "coupon"))))
                .isEmpty();
    }

    @Test
    void cells_curveAfterOutcomesWereFolded_keepItsDays() {
        TestCatalog catalog =
                catalog("Asia/Shanghai", List.of(), List.of(), Metric.retention("back", "purchase", 3, 4));
        List<AcceptedEvent> events = new ArrayList<>();
        events.add(exposed("e", at("2026-05-02T10:00"), ANN, 1, "control"));
        for (int day = 0; day < 45; day += 1 + day % 3) {
            events.add(bought("p" + day, at("2026-05-02T12:00") + day * 86_400_000L, ANN, 1));
        }
        // After all were folded the curve moves to another variant, in one step.
        events.add(exposed("e0", at("2026-05-02T09:00"), ANN, 1, "coupon").importedAt(at("2026-06-30T00:00")));

        assertThat(check.difference(catalog, 1000, events)).isEmpty();
    }

    @Test
    void cells_clocksSetBackOverMidnight_crossoverNotBeforeTheCohortDay() {
        TestCatalog catalog =
                catalog("America/St_Johns", List.of(), List.of(), Metric.conversion("bought", "purchase"));
        long justAfterMidnight = Instant.parse("2010-11-07T02:30:00Z").toEpochMilli();
        long lateOnTheDayBefore = Instant.parse("2010-11-07T02:31:20Z").toEpochMilli();

        assertThat(check.difference(
                        catalog,
                        1000,
                        List.of(
                                exposed("e1", justAfterMidnight, ANN, 1, "control"),
                                exposed("e2", lateOnTheDayBefore, ANN, 1, "coupon"),
                                bought("p", lateOnTheDayBefore, ANN, 1))))
                .isEmpty();
    }
}
