/**
 * Kafka Streams around the per-unit function: topology, state stores, owners of rows. Start with
 * {@link io.touchstone.pipeline.stream.StreamTopology}.
 */
@NullMarked
package io.touchstone.pipeline.stream;

import org.jspecify.annotations.NullMarked;
