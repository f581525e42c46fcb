/**
 * Who may call what: API keys, scopes, CORS origins, rate limits.
 *
 * <p>Start at {@link io.touchstone.assignment.access.AccessGate}.
 */
@NullMarked
package io.touchstone.assignment.access;

import org.jspecify.annotations.NullMarked;
