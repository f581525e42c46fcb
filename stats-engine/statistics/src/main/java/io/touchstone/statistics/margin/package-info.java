/** Guardrails that must be proven harmless: non-inferiority with an absolute or a relative margin. */
@NullMarked
package io.touchstone.statistics.margin;

import org.jspecify.annotations.NullMarked;
