/**
 * A Kafka broker and controller (KRaft) in this JVM with a kept log folder. Start at
 * {@link io.touchstone.embedded.kafka.EmbeddedBroker}.
 */
@NullMarked
package io.touchstone.embedded.kafka;

import org.jspecify.annotations.NullMarked;
