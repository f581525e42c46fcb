/**
 * Bayesian readings with a declared prior: chance to win, credible interval, expected loss.
 *
 * <p>Not here: error rates. A reading at any time is a posterior, not a test.
 */
@NullMarked
package io.touchstone.statistics.bayes;

import org.jspecify.annotations.NullMarked;
