/**
 * Lists by pages: an opaque cursor and a limit.
 */
@NullMarked
package io.touchstone.console.paging;

import org.jspecify.annotations.NullMarked;
