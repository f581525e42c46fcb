/** Tests of the launcher script at the top of the repository. */
@NullMarked
package io.touchstone.standalone.launcher;

import org.jspecify.annotations.NullMarked;
