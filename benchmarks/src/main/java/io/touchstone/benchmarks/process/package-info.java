/**
 * What runs need around what they measure: child JVMs, CPU time, ends of topics, folders that go away.
 */
@NullMarked
package io.touchstone.benchmarks.process;

import org.jspecify.annotations.NullMarked;
