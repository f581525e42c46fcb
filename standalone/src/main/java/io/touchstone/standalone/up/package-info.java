/**
 * The command {@code up}: one JVM with all planes and embedded servers, or one plane alone with external servers. Start
 * at {@link io.touchstone.standalone.up.UpCommand}.
 */
@NullMarked
package io.touchstone.standalone.up;

import org.jspecify.annotations.NullMarked;
