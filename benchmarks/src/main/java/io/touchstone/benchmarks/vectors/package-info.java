/** Holds the statistics library against files of reference vectors. */
@NullMarked
package io.touchstone.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
