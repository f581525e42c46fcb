/** Reads published catalogs for the pipeline and holds records back until the right one is there. */
@NullMarked
package io.touchstone.pipeline.catalog;

import org.jspecify.annotations.NullMarked;
