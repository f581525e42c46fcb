/**
 * How long a publication takes from the operator's call to the SDK's decision, over a running Touchstone. Start with {@link
 * io.touchstone.benchmarks.publish.PublishRun}.
 */
@NullMarked
package io.touchstone.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
