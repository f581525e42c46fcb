/**
 * The data plane: evaluation over OFREP, datafile and its stream, batch assignment, event ingestion.
 *
 * <p>Not here: editing; the data plane only reads published documents and goes on with its last copies when the
 * database is away.
 */
@NullMarked
package io.touchstone.assignment;

import org.jspecify.annotations.NullMarked;
