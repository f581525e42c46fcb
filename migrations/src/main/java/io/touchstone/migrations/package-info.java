/**
 * The only owner of the database schema: versioned SQL and the command that applies it.
 *
 * <p>Not here: queries. The SQL is under {@code db/migration} on the classpath, forward-only, one purpose a file.
 */
@NullMarked
package io.touchstone.migrations;

import org.jspecify.annotations.NullMarked;
