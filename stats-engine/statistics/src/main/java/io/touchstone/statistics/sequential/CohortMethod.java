package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * Merges matured cohorts and compares their arms; any method with a test does.
 *
 * @param <T> the statistics of one cohort day, both arms
 */
@FunctionalInterface
public interface CohortMethod<T> {

    /**
     * Asked once for the statistic, which must not depend on alpha, and once for each interval, at the level of its boundary.
     *
     * @param alpha of the interval
     */
    Result<Comparison> compare(List<T> cohorts, Alpha alpha);
}
