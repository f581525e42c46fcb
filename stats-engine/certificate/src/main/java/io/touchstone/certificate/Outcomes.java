package io.touchstone.certificate;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the units of a cohort day do, and the method that compares their arms.
 *
 * @param <T> statistics of both arms of a cohort day
 */
interface Outcomes<T> {

    /** The statistics of one day's entrants once their window has closed. */
    T draw(SplittableRandom random, int day, Entry.Day entrants, boolean effect);

    /** The product's default over the cohorts together. */
    Result<Comparison> compare(List<T> cohorts);

    /** The difference over all entrants where the treatment works. */
    double truth(Entry entry);
}
