/**
 * Scenario P: the traffic every figure of the pipeline is measured with, from a fixed seed. Start with
 * {@link io.touchstone.benchmarks.scenario.ScenarioTraffic}.
 */
@NullMarked
package io.touchstone.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
