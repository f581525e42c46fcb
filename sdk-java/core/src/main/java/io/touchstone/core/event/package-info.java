/**
 * The events that applications send, their JSON writer and the strict streaming reader of whole batches. Start with
 * {@link io.touchstone.core.event.Event}.
 */
@NullMarked
package io.touchstone.core.event;

import org.jspecify.annotations.NullMarked;
