/**
 * What a report reads from PostgreSQL: the newest catalog, cells, and how far they have come. R2DBC; nothing is written and
 * nothing is computed here.
 */
@NullMarked
package io.touchstone.report.source;

import org.jspecify.annotations.NullMarked;
