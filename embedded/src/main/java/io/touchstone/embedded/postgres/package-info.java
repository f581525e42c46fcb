/**
 * A PostgreSQL 18 in a kept folder: unpacked, initialised, started, adopted after a crash of its JVM, stopped. Start at
 * {@link io.touchstone.embedded.postgres.EmbeddedDatabase}.
 */
@NullMarked
package io.touchstone.embedded.postgres;

import org.jspecify.annotations.NullMarked;
