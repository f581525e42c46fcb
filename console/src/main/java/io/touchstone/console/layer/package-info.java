/**
 * Layers: namespaces of one million slots.
 */
@NullMarked
package io.touchstone.console.layer;

import org.jspecify.annotations.NullMarked;
