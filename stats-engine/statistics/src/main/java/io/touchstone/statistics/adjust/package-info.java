/**
 * Differences with less noise: regression on what was known before exposure, post-stratification, and phases combined as strata.
 *
 * <p>Not here: which covariates a plan uses. Never chosen because they shrink an observed variance.
 */
@NullMarked
package io.touchstone.statistics.adjust;

import org.jspecify.annotations.NullMarked;
