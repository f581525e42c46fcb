package io.touchstone.pipeline.oracle;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One cell without folds.
 *
 * @param cohortDay days since 1970-01-01
 * @param eventDay days since 1970-01-01
 */
record CellKey(
        String experiment,
        int phase,
        String metric,
        int version,
        String variant,
        String slice,
        int bin,
        int cohortDay,
        int eventDay)
        implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::experiment)
            .thenComparing(CellKey::phase)
            .thenComparing(CellKey::metric)
            .thenComparing(CellKey::version)
            .thenComparing(CellKey::variant)
            .thenComparing(CellKey::slice)
            .thenComparing(CellKey::bin)
            .thenComparing(CellKey::cohortDay)
            .thenComparing(CellKey::eventDay);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s/%d %s@%d %s %s bin %d cohort %s event day %s"
                .formatted(
                        experiment,
                        phase,
                        metric,
                        version,
                        variant,
                        slice,
                        bin,
                        LocalDate.ofEpochDay(cohortDay),
                        LocalDate.ofEpochDay(eventDay));
    }
}
