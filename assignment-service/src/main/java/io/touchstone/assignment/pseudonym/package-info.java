/**
 * Pseudonyms of units, and the keys they are made with.
 *
 * <p>The master key lies in a file of its own, apart from the data; every environment has a key derived from it.
 */
@NullMarked
package io.touchstone.assignment.pseudonym;

import org.jspecify.annotations.NullMarked;
