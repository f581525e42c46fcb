package io.touchstone.core.datafile;

import io.touchstone.core.input.Limits;

/**
 * Asks an experiment. One that the datafile does not list is not running: the rule passes.
 *
 * @param experiment key of the experiment
 */
public record ExperimentRule(String experiment) implements Rule {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid} */
    public ExperimentRule {
        Limits.key("experiment", experiment);
    }

    @Override
    public String key() {
        return experiment;
    }
}
