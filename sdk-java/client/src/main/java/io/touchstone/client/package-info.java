/**
 * The client that product applications hold: fetches and keeps the datafile, evaluates locally, delivers events.
 *
 * <p>Not here: how a variant is chosen; that is {@code io.touchstone.core}. No call made in use throws or blocks.
 */
@NullMarked
package io.touchstone.client;

import org.jspecify.annotations.NullMarked;
