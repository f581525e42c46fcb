package io.touchstone.report;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.MetricRole;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseState;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.model.catalog.Window;
import io.touchstone.report.answer.ReportScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An experiment with one phase, control first. */
public final class PhaseFixture {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final long DAY_MILLIS = 86_400_000L;

    private PhaseFixture() {}

    public static MetricDefinition metric(
            String key, MetricKind kind, @Nullable Window window, @Nullable DayRange days) {
        return metric(key, kind, window, days, ValueRange.POSITIVE);
    }

    public static MetricDefinition metric(
            String key, MetricKind kind, @Nullable Window window, @Nullable DayRange days, ValueRange range) {
        return new MetricDefinition(key, 1, key, kind, key, null, window, days, null, Direction.INCREASE, "", range);
    }

    public static PhaseFacts phase(
            List<PhaseVariant> variants, List<MetricDefinition> metrics, MeansMethod means, @Nullable Instant endedAt) {
        return new PhaseFacts(
                1,
                endedAt == null ? PhaseState.RUNNING : PhaseState.STOPPED,
                1,
                variants.getFirst().key(),
                variants,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:20Z"),
                endedAt,
                metrics.stream()
                        .map(metric -> new PhaseMetric(metric.ref(), MetricRole.SUCCESS, means))
                        .toList(),
                List.of(),
                List.of(),
                Plan.DEFAULT);
    }

    public static Catalog catalog(
            int environment, String environmentKey, List<MetricDefinition> metrics, PhaseFacts... phases) {
        return new Catalog(
                7,
                environment,
                environmentKey,
                SHANGHAI,
                metrics,
                List.of(new ExperimentFacts("winback", "winback_offer", "user", false, List.of(phases))));
    }

    public static ReportScope scope(List<MetricDefinition> metrics, PhaseFacts phase, LocalDate asOf) {
        Catalog catalog = catalog(1, "tea/production", metrics, phase);
        return new ReportScope(catalog, catalog.experiments().getFirst(), phase, asOf, longAfter(asOf));
    }

    /** A question from days later: every day up to that one is over. */
    public static Instant longAfter(LocalDate day) {
        return day.plusDays(10).atStartOfDay(SHANGHAI).toInstant();
    }

    /** Even weights. */
    public static List<PhaseVariant> variants(String... keys) {
        return List.of(keys).stream().map(key -> new PhaseVariant(key, 1)).toList();
    }
}
