/**
 * Errors as RFC 9457 problems with stable codes: start with {@link io.touchstone.console.problem.ProblemCode}. Not here: OFREP's own
 * error shape, which belongs to the data plane.
 */
@NullMarked
package io.touchstone.console.problem;

import org.jspecify.annotations.NullMarked;
