/**
 * The one place that knows Kafka: {@link io.touchstone.assignment.kafka.EventLog}.
 */
@NullMarked
package io.touchstone.assignment.kafka;

import org.jspecify.annotations.NullMarked;
