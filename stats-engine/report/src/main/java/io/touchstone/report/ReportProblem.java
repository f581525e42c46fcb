package io.touchstone.report;

import java.util.List;

/** A report that cannot be given, with the answer the caller gets. Expected, so without a stack trace. */
public final class ReportProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final int status;
    private final String code;

    private ReportProblem(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ReportProblem unknownEnvironment(String project, String environment) {
        return of(404, "not_found", "environment", project + "/" + environment, "one that has published something");
    }

    static ReportProblem unknownExperiment(String experiment) {
        return of(404, "not_found", "experiment", experiment, "one that was started in this environment");
    }

    static ReportProblem unknownParameter(String name, String known) {
        return of(400, "parameter_unknown", "parameter", name, known);
    }

    static ReportProblem missingParameter(String name) {
        return of(400, "parameter_missing", name, "absent", "required");
    }

    static ReportProblem repeatedParameter(String name, int values) {
        return of(400, "duplicate", name, values + " values", "one");
    }

    static ReportProblem unknownPhase(String phase, int last) {
        return of(404, "phase_unknown", "phase", phase, "1 to " + last);
    }

    static ReportProblem unknownMetric(String metric, List<String> metrics) {
        return of(404, "metric_unknown", "metric", metric, "one of " + String.join(", ", metrics));
    }

    static ReportProblem notRetention(String metric, String kind) {
        return of(400, "metric_not_retention", "metric", metric + " of kind " + kind, "a retention metric");
    }

    static ReportProblem invalidDay(String asOf, String rule) {
        return of(400, "as_of_invalid", "asOf", asOf, rule);
    }

    private static ReportProblem of(int status, String code, String name, String value, String rule) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return new ReportProblem(status, code, name + ": " + shown + " (expected: " + rule + ")");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** {@code name: value (expected: rule)}. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
