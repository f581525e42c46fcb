package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * Cohort days whose window has closed, and nothing else. The only source of a {@link MatureDifference}, so a sequential method
 * cannot be given a metric without a finite window or a cohort that is still growing.
 *
 * @param <T> the statistics of one cohort day, both arms
 */
public final class MatureCohorts<T> {

    /** Matured units of both arms below which there is no look: the normal approximation does not carry one. */
    public static final int FEWEST_UNITS = 100;

    private final List<T> cohorts;
    private final long units;
    private final int waiting;

    private MatureCohorts(List<T> cohorts, long units, int waiting) {
        this.cohorts = cohorts;
        this.units = units;
        this.waiting = waiting;
    }

    /**
     * One day's entrants.
     *
     * @param day number of the calendar day
     * @param units of both arms, 0 or more
     * @param data their statistics
     */
    public record Cohort<T>(long day, long units, T data) {
        public Cohort {
            if (units < 0) {
                throw new IllegalArgumentException("units: " + units + " (expected: 0 or more)");
            }
        }
    }

    /** Keeps the cohorts whose window has closed by the end of {@code asOfDay}. */
    public static <T> MatureCohorts<T> of(MetricWindow.Finite window, long asOfDay, List<Cohort<T>> cohorts) {
        List<Cohort<T>> closed = cohorts.stream()
                .filter(cohort -> window.closed(cohort.day(), asOfDay))
                .toList();
        return new MatureCohorts<>(
                closed.stream().map(Cohort::data).toList(),
                closed.stream().mapToLong(Cohort::units).sum(),
                cohorts.size() - closed.size());
    }

    /** Cohort days left out because their window is still open. */
    public int waiting() {
        return waiting;
    }

    /**
     * The difference over these cohorts by any method that has a test.
     *
     * @param method as in the product: what it corrects holds at every look
     * @return {@link Reason#NO_MATURE_COHORT} before the first window closes, {@link Reason#TOO_FEW_UNITS} below
     *     {@value #FEWEST_UNITS} matured units of both arms; else what the method says
     */
    public Result<MatureDifference> compare(CohortMethod<T> method) {
        if (units == 0) {
            return new NotEstimable<>(
                    Reason.NO_MATURE_COHORT, "No window has closed yet; cohort days waiting: " + waiting + ".");
        }
        if (units < FEWEST_UNITS) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "Matured units: " + units + " (at least " + FEWEST_UNITS + " are needed).");
        }
        return switch (method.compare(cohorts, Alpha.FIVE_PERCENT)) {
            case NotEstimable<Comparison> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Comparison>(Comparison comparison) ->
                comparison
                        .test()
                        .map(test -> MatureDifference.of(
                                comparison.difference(), test, units, alpha -> method.compare(cohorts, alpha)));
        };
    }
}
