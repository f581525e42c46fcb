package io.touchstone.standalone.importing;

import java.time.Instant;

/**
 * Where the events of a run go, as the server knows it.
 *
 * @param environment {@code project/environment}
 * @param resource the import
 * @param experiment the experiment as it is stored
 * @param key its key
 * @param start its stored start: the instant of every exposure without a time of its own
 */
record Destination(
        String environment, ImportResource resource, StoredExperiment experiment, String key, Instant start) {}
