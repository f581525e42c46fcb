/**
 * Projects and their environments. An environment's row is the lock that orders starts, stops and publications.
 */
@NullMarked
package io.touchstone.console.project;

import org.jspecify.annotations.NullMarked;
