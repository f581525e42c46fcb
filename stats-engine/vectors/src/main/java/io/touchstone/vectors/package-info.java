/**
 * Reads files of reference vectors and holds the statistics library against them. Nothing of the product depends on this
 * package.
 */
@NullMarked
package io.touchstone.vectors;

import org.jspecify.annotations.NullMarked;
