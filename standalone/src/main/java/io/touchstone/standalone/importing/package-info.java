/**
 * The command {@code ./touchstone import}: past experiments that were assigned elsewhere, one row a unit, from a CSV file.
 *
 * <p>A pure client of the public HTTP API: it creates what is missing with the operator's token, sends events with an import
 * key of its own and seals the import. Start at {@link io.touchstone.standalone.importing.ImportCommand}; {@code docs/guides/import.md}
 * says what users are promised. Counting is not here: the pipeline does it.
 */
@NullMarked
package io.touchstone.standalone.importing;

import org.jspecify.annotations.NullMarked;
