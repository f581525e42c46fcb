/**
 * The console's one clock.
 */
@NullMarked
package io.touchstone.console.time;

import org.jspecify.annotations.NullMarked;
