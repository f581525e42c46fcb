/** Carries rows from the cells topic into PostgreSQL; no uncommitted number, no stale writer. */
@NullMarked
package io.touchstone.pipeline.sink;

import org.jspecify.annotations.NullMarked;
