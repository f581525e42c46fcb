/**
 * Processes of a run and what they cost: child JVMs, CPU time, folders that go away. Nothing that is measured lives here.
 */
@NullMarked
package io.touchstone.benchmarks.process;

import org.jspecify.annotations.NullMarked;
