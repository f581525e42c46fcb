package io.touchstone.model.access;

import java.time.Instant;

/**
 * An import resource as data planes know it.
 *
 * @param id its id
 * @param experiment key of the experiment it fills
 * @param phase number of the phase it fills
 * @param open whether it still takes events
 * @param until when it stops taking events, at most 6 days after it was opened
 */
public record ImportGrant(String id, String experiment, int phase, boolean open, Instant until) {}
