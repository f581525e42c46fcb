/**
 * The control plane: projects, flags, experiments, metrics, people, review and publication.
 *
 * <p>Not here: deciding a variant or counting an event. One package a feature: endpoint, use case, port, adapter and
 * records of a feature stand together.
 */
@NullMarked
package io.touchstone.console;

import org.jspecify.annotations.NullMarked;
