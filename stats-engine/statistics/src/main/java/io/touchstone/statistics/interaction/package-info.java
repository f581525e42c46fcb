/** Whether two tests that ran on the same units change each other's effect. */
@NullMarked
package io.touchstone.statistics.interaction;

import org.jspecify.annotations.NullMarked;
