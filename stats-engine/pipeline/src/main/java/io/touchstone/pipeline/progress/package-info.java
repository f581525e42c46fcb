/**
 * How far the counting has come, where it waits, and whether it moves: the marks that travel behind the changes, and the watch that
 * compares them with the end of the topics. Start with {@link io.touchstone.pipeline.progress.ProgressWatch}.
 */
@NullMarked
package io.touchstone.pipeline.progress;

import org.jspecify.annotations.NullMarked;
