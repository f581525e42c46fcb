/**
 * The published datafile as immutable records that cannot be built wrong, and its codec. Start with {@link
 * io.touchstone.core.datafile.DatafileCodec}.
 */
@NullMarked
package io.touchstone.core.datafile;

import org.jspecify.annotations.NullMarked;
