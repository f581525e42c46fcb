/**
 * Import resources: past data of experiments that were assigned elsewhere; opened, sealed, at most six days open.
 */
@NullMarked
package io.touchstone.console.importing;

import org.jspecify.annotations.NullMarked;
