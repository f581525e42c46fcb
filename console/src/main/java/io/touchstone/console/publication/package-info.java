/**
 * The three published documents: datafile, catalog and access list of an environment, written together under one version.
 */
@NullMarked
package io.touchstone.console.publication;

import org.jspecify.annotations.NullMarked;
