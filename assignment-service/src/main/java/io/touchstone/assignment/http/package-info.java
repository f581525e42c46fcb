/**
 * What all HTTP surfaces of the data plane share: problems, bodies with a limit, server timeouts.
 */
@NullMarked
package io.touchstone.assignment.http;

import org.jspecify.annotations.NullMarked;
