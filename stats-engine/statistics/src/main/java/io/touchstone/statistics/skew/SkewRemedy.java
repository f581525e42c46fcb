package io.touchstone.statistics.skew;

import io.touchstone.statistics.SkewGuard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What would make a difference of skewed means estimable: more units, or a lower cap. */
public final class SkewRemedy {

    private SkewRemedy() {}

    /**
     * Units an arm needs, at the same split and the same distribution: κ falls with the square root of the size.
     *
     * @param units of the arm now, 0 or more
     * @param kappa pooled, with these units
     */
    public static long units(long units, double kappa) {
        double factor = kappa / SkewGuard.CORRECTABLE;
        return (long) Math.ceil(units * Math.max(1, factor * factor));
    }

    /** The highest cap under which the pooled |κ| is at most {@link SkewGuard#CORRECTABLE}. */
    public static Optional<Double> cap(List<CapCandidate> candidates) {
        return candidates.stream()
                .filter(candidate -> SkewGuard.pooledKappa(candidate.control(), candidate.treatment())
                        .found()
                        .filter(kappa -> Math.abs(kappa) <= SkewGuard.CORRECTABLE)
                        .isPresent())
                .map(CapCandidate::cap)
                .max(Comparator.naturalOrder());
    }
}
