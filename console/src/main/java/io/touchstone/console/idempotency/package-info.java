/**
 * Creations that may be repeated: the answer to an {@code Idempotency-Key} is kept and given again.
 */
@NullMarked
package io.touchstone.console.idempotency;

import org.jspecify.annotations.NullMarked;
