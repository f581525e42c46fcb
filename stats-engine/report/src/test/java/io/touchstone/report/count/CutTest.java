package io.touchstone.report.count;

import static io.touchstone.report.PhaseFixture.DAY_MILLIS;
import static io.touchstone.report.PhaseFixture.SHANGHAI;
import static io.touchstone.report.PhaseFixture.longAfter;
import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final LocalDate D = LocalDate.of(2026, 3, 10);

    @Test
    void windowed_cohort_maturesWithItsLastUnitsWindow() {
        MetricDays days = cut(SHANGHAI).days(metric("m", MetricKind.CONVERSION, new Window(0, 7 * DAY_MILLIS), null));
        assertThat(days.lastMatured()).isEqualTo(day(D.minusDays(7)));
        assertThat(days.lastEvent()).isEqualTo(day(D));
        MetricDays longer = cut(SHANGHAI).days(metric("m", MetricKind.CONVERSION, new Window(1, 7 * DAY_MILLIS), null));
        assertThat(longer.lastMatured()).isEqualTo(day(D.minusDays(8)));
    }

    @Test
    void retention_cohort_maturesOnItsLastDay() {
        MetricDays days = cut(SHANGHAI).days(metric("d7", MetricKind.RETENTION, null, new DayRange(7, 7)));
        assertThat(days.lastMatured()).isEqualTo(day(D.minusDays(7)));
    }

    @Test
    void today_isNotOver_andClosesNoWindow() {
        Instant noon = D.atTime(12, 0).atZone(SHANGHAI).toInstant();
        Cut cut = Cut.of(
                phase(variants("a", "b"), List.of(), MeansMethod.GUARDED, null), Optional.empty(), SHANGHAI, D, noon);
        assertThat(cut.lastWhole()).isEqualTo(D.minusDays(1));
        MetricDays retention = cut.days(metric("d7", MetricKind.RETENTION, null, new DayRange(7, 7)));
        assertThat(retention).isEqualTo(new MetricDays(day(D), day(D.minusDays(8)), day(D)));
        MetricDays windowed = cut.days(metric("m", MetricKind.CONVERSION, new Window(0, 7 * DAY_MILLIS), null));
        assertThat(windowed).isEqualTo(new MetricDays(day(D), day(D.minusDays(8)), day(D)));
        MetricDays open = cut.days(metric("m", MetricKind.SUM, null, null));
        assertThat(open).isEqualTo(new MetricDays(day(D), day(D), day(D)));
    }

    @Test
    void unwindowed_cohort_isMatureAtOnce() {
        MetricDays days = cut(SHANGHAI).days(metric("m", MetricKind.SUM, null, null));
        assertThat(days).isEqualTo(new MetricDays(day(D), day(D), day(D)));
    }

    @Test
    void endedPhase_cutsCohortsAndUnwindowedEvents_butLetsWindowsRunOut() {
        // 17:00 UTC is already the next day in Shanghai.
        PhaseFacts ended =
                phase(variants("a", "b"), List.of(), MeansMethod.GUARDED, Instant.parse("2026-03-04T17:00:00Z"));
        Cut cut = Cut.of(ended, Optional.empty(), SHANGHAI, D, longAfter(D));
        int last = day(LocalDate.of(2026, 3, 5));
        assertThat(cut.days(metric("m", MetricKind.SUM, null, null))).isEqualTo(new MetricDays(last, last, last));
        MetricDays windowed = cut.days(metric("m", MetricKind.SUM, new Window(0, DAY_MILLIS), null));
        assertThat(windowed).isEqualTo(new MetricDays(last, day(D.minusDays(1)), day(D)));
        assertThat(Cut.of(
                                ended,
                                Optional.empty(),
                                SHANGHAI,
                                LocalDate.of(2026, 3, 1),
                                longAfter(LocalDate.of(2026, 3, 1)))
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void restartedPhase_lastEventDayIsTheDayOfTheRestart_andOpenWindowsStayOpen() {
        PhaseFacts ended =
                phase(variants("a", "b"), List.of(), MeansMethod.GUARDED, Instant.parse("2026-03-04T17:00:00Z"));
        PhaseFacts next = new PhaseFacts(
                2,
                ended.state(),
                1,
                ended.control(),
                ended.variants(),
                Instant.parse("2026-03-06T01:00:00Z"),
                Instant.parse("2026-03-06T01:00:00Z"),
                null,
                List.of(),
                List.of(),
                List.of(),
                ended.plan());
        Cut cut = Cut.of(ended, Optional.of(next), SHANGHAI, D, longAfter(D));
        LocalDate restart = LocalDate.of(2026, 3, 6);
        assertThat(cut.days(metric("m", MetricKind.SUM, new Window(0, 3 * DAY_MILLIS), null)))
                .isEqualTo(new MetricDays(day(LocalDate.of(2026, 3, 5)), day(restart.minusDays(3)), day(restart)));
        assertThat(cut.days(metric("d2", MetricKind.RETENTION, null, new DayRange(2, 2))))
                .isEqualTo(new MetricDays(day(LocalDate.of(2026, 3, 5)), day(restart.minusDays(2)), day(restart)));
        LocalDate before = LocalDate.of(2026, 3, 3);
        assertThat(Cut.of(ended, Optional.of(next), SHANGHAI, before, longAfter(before))
                        .lastEvent())
                .isEqualTo(before);
    }

    @Test
    void springForward_windowOfADay_needsTheLongerWay() {
        // New York, 8 March 2026 has 23 hours: a window of 24 hours after a unit of the 7th ends on the 9th.
        ZoneId zone = ZoneId.of("America/New_York");
        Window day = new Window(0, DAY_MILLIS);
        LocalDate eighth = LocalDate.of(2026, 3, 8);
        assertThat(new Cut(zone, eighth, eighth, eighth, eighth)
                        .days(metric("m", MetricKind.SUM, day, null))
                        .lastMatured())
                .isEqualTo(day(LocalDate.of(2026, 3, 6)));
        LocalDate ninth = LocalDate.of(2026, 3, 9);
        assertThat(new Cut(zone, ninth, ninth, ninth, ninth)
                        .days(metric("m", MetricKind.SUM, day, null))
                        .lastMatured())
                .isEqualTo(day(eighth));
    }

    @Property(tries = 500)
    void lastMatured_anyWindowAndZone_followsTheDefinition(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 20_000, max = 20_800) int asOfDay,
            @ForAll @LongRange(max = 3 * DAY_MILLIS) long delay,
            @ForAll @LongRange(min = 1, max = 9 * DAY_MILLIS) long length) {
        LocalDate asOf = LocalDate.ofEpochDay(asOfDay);
        int lastMatured = new Cut(zone, asOf, asOf, asOf, asOf)
                .days(metric("m", MetricKind.COUNT, new Window(delay, length), null))
                .lastMatured();
        for (int c = asOfDay - 15; c <= asOfDay; c++) {
            long close = end(c, zone).toEpochMilli() + delay + length;
            boolean mature = close <= end(asOfDay, zone).toEpochMilli();
            assertThat(c <= lastMatured).isEqualTo(mature);
        }
    }

    /** Zones whose clocks change at midnight, at two, by half an hour, and one that skipped a day. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Shanghai", "America/New_York", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo")
                .map(ZoneId::of);
    }

    private static Instant end(int day, ZoneId zone) {
        return LocalDate.ofEpochDay(day + 1).atStartOfDay(zone).toInstant();
    }

    private static Cut cut(ZoneId zone) {
        return new Cut(zone, D, D, D, D);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
