/**
 * What counting Scenario P costs: the pure function alone, the whole pipeline, and a bare Kafka Streams topology beside it. Start
 * with {@link io.touchstone.benchmarks.pipeline.PipelineRun}.
 */
@NullMarked
package io.touchstone.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
