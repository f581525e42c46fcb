/** Writes the certificate of the statistics. */
@NullMarked
package io.touchstone.benchmarks.certificate;

import org.jspecify.annotations.NullMarked;
