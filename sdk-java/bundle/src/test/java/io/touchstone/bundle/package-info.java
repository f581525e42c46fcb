/** The finished jar, seen from outside. */
@NullMarked
package io.touchstone.bundle;

import org.jspecify.annotations.NullMarked;
