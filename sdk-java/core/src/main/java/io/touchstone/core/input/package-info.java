/**
 * What every reader of foreign input shares: the one exception with a stable code, and the limits of texts and keys.
 */
@NullMarked
package io.touchstone.core.input;

import org.jspecify.annotations.NullMarked;
