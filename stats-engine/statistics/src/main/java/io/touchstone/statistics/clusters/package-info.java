/** Tests randomised by group: one row a cluster. Start at {@link io.touchstone.statistics.clusters.ClusterTest}. */
@NullMarked
package io.touchstone.statistics.clusters;

import org.jspecify.annotations.NullMarked;
