package io.touchstone.standalone.importing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column means what, found in a header.
 *
 * @param header the columns
 * @param unit the unit's column, or {@link #NONE} where the row number is the unit
 * @param variant the column of the arm
 * @param outcomes what is measured; a kind is absent until it is declared or guessed
 * @param covariates what was known before
 * @param time the column of the exposure's instant, or {@link #NONE}
 * @param zone of times without an offset
 */
record Layout(
        Header header,
        int unit,
        int variant,
        List<Outcome> outcomes,
        List<Covariate> covariates,
        int time,
        ZoneId zone) {

    /** No such column is used. */
    static final int NONE = -1;

    private static final int MAX_EVENT_NAME_BYTES = 128;

    Layout {
        outcomes = List.copyOf(outcomes);
        covariates = List.copyOf(covariates);
    }

    /**
     * A measured column.
     *
     * @param index where it stands
     * @param column its name
     * @param kind declared or guessed; null while unknown
     * @param declared whether the user said the kind
     * @param event name of the outcome events
     * @param metric key of the metric, before any other experiment's metric of that key is considered
     */
    record Outcome(
            int index, String column, @Nullable OutcomeKind kind, boolean declared, String event, String metric) {

        /** The kind of a layout that is complete. */
        OutcomeKind knownKind() {
            if (kind == null) {
                throw new IllegalStateException("kind of " + column + ": unknown (expected: guessed after the survey)");
            }
            return kind;
        }

        private Outcome withKind(OutcomeKind guessed) {
            return kind == null ? new Outcome(index, column, guessed, false, event, metric) : this;
        }
    }

    /**
     * A numeric column known before the exposure.
     *
     * @param index where it stands
     * @param column its name
     * @param attribute key of the profile attribute
     */
    record Covariate(int index, String column, String attribute) {}

    /** Looks every named column up. */
    static Layout of(Header header, ImportOptions options, ZoneId environmentZone) throws ImportStop {
        ImportOptions.Columns columns = options.columns();
        boolean byRow = columns.unit().equals(ImportOptions.ROW_NUMBER);
        List<Covariate> covariates = new ArrayList<>();
        for (String column : columns.covariates()) {
            covariates.add(new Covariate(header.indexOf("--covariate", column), column.strip(), MetricKey.of(column)));
        }
        @Nullable String time = columns.time();
        @Nullable ZoneId zone = columns.zone();
        Layout layout = new Layout(
                header,
                byRow ? NONE : header.indexOf("--unit", columns.unit()),
                header.indexOf("--variant", columns.variant()),
                outcomes(header, options),
                covariates,
                time == null ? NONE : header.indexOf("--time", time),
                zone == null ? environmentZone : zone);
        layout.refuseTwins();
        return layout;
    }

    private static List<Outcome> outcomes(Header header, ImportOptions options) throws ImportStop {
        List<Outcome> outcomes = new ArrayList<>();
        for (String request : options.columns().outcomes()) {
            @Nullable OutcomeKind kind = header.has(request) ? null : declaredKind(request);
            String column = kind == null
                    ? request.strip()
                    : request.substring(0, request.lastIndexOf(':')).strip();
            int index = header.indexOf("--outcome", column);
            String event = options.target().experiment() + "." + CellFormat.label(column);
            if (event.getBytes(StandardCharsets.UTF_8).length > MAX_EVENT_NAME_BYTES) {
                throw ImportStop.refused("--outcome: the event name " + event + " is too long (expected: at most "
                        + MAX_EVENT_NAME_BYTES + " bytes; use a shorter --experiment or column name)");
            }
            outcomes.add(new Outcome(index, column, kind, kind != null, event, MetricKey.of(column)));
        }
        return outcomes;
    }

    private static @Nullable OutcomeKind declaredKind(String request) {
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (request.endsWith(":" + kind.text())) {
                return kind;
            }
        }
        return null;
    }

    /** The same layout with the kinds that nobody declared. */
    Layout withKinds(List<OutcomeKind> guessed) {
        List<Outcome> known = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            known.add(outcomes.get(i).withKind(guessed.get(i)));
        }
        return new Layout(header, unit, variant, known, covariates, time, zone);
    }

    /** Events of one row at most: a profile, an exposure, one outcome a column. */
    int mostEventsOfRow() {
        return 2 + outcomes.size();
    }

    private void refuseTwins() throws ImportStop {
        Map<String, String> columnOf = new HashMap<>();
        for (Outcome outcome : outcomes) {
            refuseTwin("--outcome", columnOf.put(outcome.metric(), outcome.column()), outcome.column());
        }
        columnOf.clear();
        for (Covariate covariate : covariates) {
            refuseTwin("--covariate", columnOf.put(covariate.attribute(), covariate.column()), covariate.column());
        }
    }

    private static void refuseTwin(String option, @Nullable String first, String second) throws ImportStop {
        if (first != null) {
            throw ImportStop.refused(option + ": " + first + " and " + second + " both get the key "
                    + MetricKey.of(second) + " (expected: names that differ in a-z 0-9 _ . -)");
        }
    }
}
