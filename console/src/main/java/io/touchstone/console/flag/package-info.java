/**
 * Flags of a project and their rules in an environment.
 */
@NullMarked
package io.touchstone.console.flag;

import org.jspecify.annotations.NullMarked;
