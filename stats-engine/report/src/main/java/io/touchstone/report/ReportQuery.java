package io.touchstone.report;

import java.util.Optional;

/**
 * A question for a report, as it was asked.
 *
 * @param project project key
 * @param environment environment key
 * @param experiment experiment key
 * @param phase number of a phase; absent: the newest
 * @param asOf {@code YYYY-MM-DD} in the environment's zone; absent: today
 */
public record ReportQuery(
        String project, String environment, String experiment, Optional<String> phase, Optional<String> asOf) {}
