package io.touchstone.console.experiment;

import java.util.List;

/**
 * An experiment with its phases.
 *
 * @param experiment as stored
 * @param phases in order of their numbers
 */
record ExperimentDetails(Experiment experiment, List<Phase> phases) {
    ExperimentDetails {
        phases = List.copyOf(phases);
    }
}
