/**
 * The published document that pipeline and reports work from: metrics, experiments, phases. Its JSON stands in
 * {@code docs/formats/catalog.md}; start with {@link io.touchstone.model.catalog.Catalog}.
 */
@NullMarked
package io.touchstone.model.catalog;

import org.jspecify.annotations.NullMarked;
