/**
 * Exposures that an evaluation over HTTP makes due: recorded at once behind the answer, or handed to the caller as a signed
 * token that ingestion takes back.
 */
@NullMarked
package io.touchstone.assignment.exposure;

import org.jspecify.annotations.NullMarked;
