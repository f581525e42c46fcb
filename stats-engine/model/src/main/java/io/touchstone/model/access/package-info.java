/** The published document of keys and imports; read by data planes only, never served. */
@NullMarked
package io.touchstone.model.access;

import org.jspecify.annotations.NullMarked;
