/** Byte-level reading and writing shared by the binary formats; no format itself is known here. */
@NullMarked
package io.touchstone.model.wire;

import org.jspecify.annotations.NullMarked;
