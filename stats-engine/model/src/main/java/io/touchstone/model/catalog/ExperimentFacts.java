package io.touchstone.model.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An experiment and its phases.
 *
 * @param key experiment key
 * @param flag key of the flag it stands on
 * @param unitType what is randomised
 * @param imported assigned elsewhere, brought in as past data
 * @param phases in order of their numbers
 */
public record ExperimentFacts(String key, String flag, String unitType, boolean imported, List<PhaseFacts> phases) {

    /** Copies the list. */
    public ExperimentFacts {
        phases = List.copyOf(phases);
    }

    /** The phase of that number. */
    public Optional<PhaseFacts> phase(int number) {
        return phases.stream().filter(phase -> phase.number() == number).findFirst();
    }
}
