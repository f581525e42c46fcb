/**
 * All planes in one JVM with embedded servers, and the command line of the launcher.
 *
 * <p>Not here: features. It wires the modules together; {@code --plane=} starts one of them.
 */
@NullMarked
package io.touchstone.standalone;

import org.jspecify.annotations.NullMarked;
