/**
 * What taking events over HTTP costs, against a producer that sends the same records. Start with
 * {@link io.touchstone.benchmarks.ingest.IngestRun}.
 */
@NullMarked
package io.touchstone.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
