/**
 * From events to cells: the pure per-unit function, Kafka Streams around it, and the sink to PostgreSQL.
 *
 * <p>Not here: estimates; the pipeline only counts. Start with the topology, one class that names all topics and steps.
 */
@NullMarked
package io.touchstone.pipeline;

import org.jspecify.annotations.NullMarked;
