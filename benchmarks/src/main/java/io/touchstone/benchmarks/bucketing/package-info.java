/**
 * Whether buckets are uniform and layers independent, over many ids and salts. Start with
 * {@link io.touchstone.benchmarks.bucketing.BucketingRun}.
 */
@NullMarked
package io.touchstone.benchmarks.bucketing;

import org.jspecify.annotations.NullMarked;
