package io.touchstone.pipeline.progress;

/**
 * One partition of a hop's topic.
 *
 * @param hop the hop that reads it
 * @param partition its number
 */
record Place(Hop hop, int partition) {}
