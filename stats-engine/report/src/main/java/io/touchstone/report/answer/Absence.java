package io.touchstone.report.answer;

import io.touchstone.statistics.NotEstimable;

/**
 * Why a number is not in the report.
 *
 * @param code stable, lower snake case; {@code docs/formats/report.md} lists them
 * @param reason one sentence for people
 */
public record Absence(String code, String reason) {

    /** No cohort of the arm has matured yet. */
    public static final String NOT_MATURED = "not_matured";
    /** The metric takes values of both signs: a relative change says nothing. */
    public static final String SIGNED_METRIC = "signed_metric";
    /** The sums contradict each other: their rows are just being written. */
    public static final String BEING_COUNTED = "being_counted";

    /** Sums of a variant that contradict each other. */
    public static Absence beingCounted(String variant) {
        return new Absence(BEING_COUNTED, "The numbers of " + variant + " are just being written: ask again.");
    }

    /** What a computation said. */
    public static Absence of(NotEstimable<?> missing) {
        return new Absence(missing.reason().code(), missing.text());
    }
}
