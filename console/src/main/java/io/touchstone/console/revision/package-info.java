/**
 * Edits that cannot overwrite what nobody has seen: revisions as entity tags, asked for by {@code If-Match}.
 */
@NullMarked
package io.touchstone.console.revision;

import org.jspecify.annotations.NullMarked;
