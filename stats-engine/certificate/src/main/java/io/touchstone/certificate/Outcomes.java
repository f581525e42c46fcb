package io.touchstone.certificate;

import io.touchstone.statistics.sequential.CohortMethod;
import java.util.SplittableRandom;

/**
 * What the units of a cohort day do, and the product's default for comparing their arms.
 *
 * @param <T> statistics of both arms of a cohort day
 */
interface Outcomes<T> extends CohortMethod<T> {

    /** The statistics of one day's entrants once their window has closed. */
    T draw(SplittableRandom random, int day, Entry.Day entrants, boolean effect);

    /** The difference over all entrants where the treatment works. */
    double truth(Entry entry);
}
