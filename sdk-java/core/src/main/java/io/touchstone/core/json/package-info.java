/**
 * A small closed JSON value with a strict reader and a canonical writer, for documents. Start with {@link
 * io.touchstone.core.json.CanonicalJson}. Not here: the streaming event codec, which never builds a tree.
 */
@NullMarked
package io.touchstone.core.json;

import org.jspecify.annotations.NullMarked;
