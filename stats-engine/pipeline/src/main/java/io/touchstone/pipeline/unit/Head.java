package io.touchstone.pipeline.unit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a unit is read often and changes rarely.
 *
 * @param phases the phases it was exposed in
 * @param profile values of its attributes: all of the last seven days by {@code received}, and the newest before
 * @param folded qualifying outcomes older than {@link Recent} keeps
 * @param lateOutcomes number of outcomes that came late
 */
record Head(List<UnitPhase> phases, List<ProfileEntry> profile, List<FoldedDay> folded, long lateOutcomes) {

    static final Head EMPTY = new Head(List.of(), List.of(), List.of(), 0);

    Head {
        phases = List.copyOf(phases);
        profile = List.copyOf(profile);
        folded = List.copyOf(folded);
    }

    @Nullable
    UnitPhase phase(String experiment, int number) {
        for (UnitPhase phase : phases) {
            if (phase.is(experiment, number)) {
                return phase;
            }
        }
        return null;
    }

    /** Whether the unit was first exposed to the experiment in a phase before this one. */
    boolean isEarlier(UnitPhase phase) {
        UnitPhase earliest = phase;
        for (UnitPhase other : phases) {
            if (other.experiment().equals(phase.experiment()) && other.first().isBefore(earliest.first())) {
                earliest = other;
            }
        }
        return earliest.phase() < phase.phase();
    }

    /** With {@code phase} in the place of the one of its experiment and number, or added. */
    Head withPhase(UnitPhase phase) {
        List<UnitPhase> changed = new ArrayList<>(phases.size() + 1);
        for (UnitPhase known : phases) {
            if (!known.is(phase.experiment(), phase.phase())) {
                changed.add(known);
            }
        }
        changed.add(phase);
        return new Head(changed, profile, folded, lateOutcomes);
    }

    Head withProfile(List<ProfileEntry> entries) {
        return new Head(phases, entries, folded, lateOutcomes);
    }

    Head withFolded(List<FoldedDay> days) {
        return new Head(phases, profile, days, lateOutcomes);
    }

    Head withOneMoreLateOutcome() {
        return new Head(phases, profile, folded, lateOutcomes + 1);
    }
}
