package io.touchstone.console.experiment;

/**
 * The three keys that name an experiment.
 *
 * @param project key
 * @param environment key
 * @param experiment key
 */
record ExperimentPath(String project, String environment, String experiment) {}
