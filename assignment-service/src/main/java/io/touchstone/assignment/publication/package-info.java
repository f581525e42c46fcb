/**
 * Reads the published documents of every environment and holds them: database, disk copy, one volatile reference.
 *
 * <p>Not here: who may use them ({@code access}). Start at {@link io.touchstone.assignment.publication.PublicationReader}.
 */
@NullMarked
package io.touchstone.assignment.publication;

import org.jspecify.annotations.NullMarked;
