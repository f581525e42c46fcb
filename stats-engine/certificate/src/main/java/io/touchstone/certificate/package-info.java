/**
 * The proof of the statistics' error rates: simulated experiments, counted verdicts, a document. Nothing of the product depends
 * on this package.
 */
@NullMarked
package io.touchstone.certificate;

import org.jspecify.annotations.NullMarked;
