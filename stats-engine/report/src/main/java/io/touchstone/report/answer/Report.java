package io.touchstone.report.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer about one phase of an experiment as of a day.
 *
 * @param scope which phase, which day
 * @param firstDay the first cohort day; absent where nobody was exposed
 * @param freshness how far the numbers have come
 * @param sampleRatio whether units fell into the arms as the weights say
 * @param metrics in the order of the phase
 * @param health by variant
 * @param warnings about the phase as a whole
 */
public record Report(
        ReportScope scope,
        Optional<LocalDate> firstDay,
        Freshness freshness,
        SampleRatioReport sampleRatio,
        List<MetricReport> metrics,
        List<VariantHealth> health,
        List<Warning> warnings) {

    /** Keeps copies. */
    public Report {
        metrics = List.copyOf(metrics);
        health = List.copyOf(health);
        warnings = List.copyOf(warnings);
    }
}
