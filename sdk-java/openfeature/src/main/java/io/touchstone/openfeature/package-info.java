/**
 * The OpenFeature provider over the Touchstone client.
 *
 * <p>Not here: evaluation or delivery; this package only translates between the two vocabularies.
 */
@NullMarked
package io.touchstone.openfeature;

import org.jspecify.annotations.NullMarked;
