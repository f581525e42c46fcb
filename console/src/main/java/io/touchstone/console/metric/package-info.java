/**
 * Metrics and their versions, which never change.
 */
@NullMarked
package io.touchstone.console.metric;

import org.jspecify.annotations.NullMarked;
