/**
 * Serves the datafile of an environment to SDKs with server keys.
 */
@NullMarked
package io.touchstone.assignment.datafile;

import org.jspecify.annotations.NullMarked;
