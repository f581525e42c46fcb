package io.touchstone.report;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.cell.RowKey;
import io.touchstone.report.answer.Freshness;
import io.touchstone.report.answer.Report;
import io.touchstone.report.answer.ReportAssembler;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.MetricCells;
import io.touchstone.report.count.RetentionCells;
import io.touchstone.report.count.Tally;
import io.touchstone.report.retention.Retention;
import io.touchstone.report.retention.RetentionAssembler;
import io.touchstone.report.series.Series;
import io.touchstone.report.series.SeriesAssembler;
import io.touchstone.report.source.CatalogReader;
import io.touchstone.report.source.CellReader;
import io.touchstone.report.source.PositionReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Answers reports: finds the phase, reads its cells, assembles the answer. */
public final class Reports {

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    private final CatalogReader catalogs;
    private final CellReader cells;
    private final PositionReader positions;
    private final InstantSource clock;

    /** Reports from these sources; the clock says which day is today. */
    public Reports(CatalogReader catalogs, CellReader cells, PositionReader positions, InstantSource clock) {
        this.catalogs = catalogs;
        this.cells = cells;
        this.positions = positions;
        this.clock = clock;
    }

    /** The report; fails with {@link ReportProblem} where the question has no answer. */
    public Mono<Report> report(ReportQuery query) {
        return scope(query).flatMap(this::report);
    }

    /**
     * A metric over time; fails with {@link ReportProblem} where the question has no answer.
     *
     * @param metric key of a metric of the phase
     */
    public Mono<Series> series(ReportQuery query, String metric) {
        return scope(query).flatMap(scope -> {
            PhaseMetric used = metric(scope, metric);
            return cells.rows(scope, used.metric(), RowKey.VALUE)
                    .collect(MetricCells::new, MetricCells::add)
                    .map(counted -> SeriesAssembler.assemble(scope, used, counted));
        });
    }

    /**
     * The retention curve of a metric; fails with {@link ReportProblem} where the question has no answer.
     *
     * @param metric key of a retention metric of the phase
     */
    public Mono<Retention> retention(ReportQuery query, String metric) {
        return scope(query).flatMap(scope -> {
            PhaseMetric used = metric(scope, metric);
            MetricKind kind = scope.definition(used).kind();
            if (kind != MetricKind.RETENTION) {
                return Mono.error(ReportProblem.notRetention(metric, kind.key()));
            }
            return cells.rows(scope, used.metric(), RowKey.CURVE)
                    .collect(RetentionCells::new, RetentionCells::add)
                    .map(counted -> RetentionAssembler.assemble(scope, used, counted));
        });
    }

    private Mono<Report> report(ReportScope scope) {
        // The position before the cells: the answer is at least as fresh as it says.
        return positions.countedThrough().flatMap(through -> cells.rows(scope)
                .collect(() -> new Tally(scope.cut(), scope.metrics()), Tally::add)
                .map(tally -> ReportAssembler.assemble(scope, tally.counts(), freshness(scope, through))));
    }

    private Freshness freshness(ReportScope scope, Optional<Instant> countedThrough) {
        return Freshness.of(scope, countedThrough, clock.instant());
    }

    private Mono<ReportScope> scope(ReportQuery query) {
        return catalogs.newest(query.project(), query.environment())
                .switchIfEmpty(Mono.error(() -> ReportProblem.unknownEnvironment(query.project(), query.environment())))
                .map(catalog -> scope(catalog, query));
    }

    private static PhaseMetric metric(ReportScope scope, String key) {
        return scope.metric(key)
                .orElseThrow(() -> ReportProblem.unknownMetric(
                        key,
                        scope.phase().metrics().stream()
                                .map(used -> used.metric().key())
                                .toList()));
    }

    private ReportScope scope(Catalog catalog, ReportQuery query) {
        ExperimentFacts experiment = catalog.experiment(query.experiment())
                .filter(found -> !found.phases().isEmpty())
                .orElseThrow(() -> ReportProblem.unknownExperiment(query.experiment()));
        Instant now = clock.instant();
        return new ReportScope(
                catalog, experiment, phase(experiment, query.phase()), asOf(catalog.zone(), query.asOf(), now), now);
    }

    private static PhaseFacts phase(ExperimentFacts experiment, Optional<String> asked) {
        List<PhaseFacts> phases = experiment.phases();
        if (asked.isEmpty()) {
            return phases.getLast();
        }
        return phases.stream()
                .filter(phase -> Integer.toString(phase.number()).equals(asked.get()))
                .findFirst()
                .orElseThrow(() ->
                        ReportProblem.unknownPhase(asked.get(), phases.getLast().number()));
    }

    /** Not after today: a day that has not come would call cohorts mature whose window is still open. */
    private static LocalDate asOf(ZoneId zone, Optional<String> asked, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (asked.isEmpty()) {
            return today;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(asked.get());
        } catch (DateTimeParseException e) {
            throw ReportProblem.invalidDay(asked.get(), "a day as YYYY-MM-DD");
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(today)) {
            throw ReportProblem.invalidDay(asked.get(), FIRST_DAY + " to today, " + today + " in " + zone);
        }
        return day;
    }
}
