/** What past tests say about the next one: shrinkage of estimates and the winner's curse. */
@NullMarked
package io.touchstone.statistics.history;

import org.jspecify.annotations.NullMarked;
