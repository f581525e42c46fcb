/**
 * Instants as they stand in documents and events: RFC 3339 text to and from epoch milliseconds, without allocation.
 */
@NullMarked
package io.touchstone.core.time;

import org.jspecify.annotations.NullMarked;
