/**
 * Who falls where: units, the hash to a millionth, and the ranges of variants.
 */
@NullMarked
package io.touchstone.core.bucketing;

import org.jspecify.annotations.NullMarked;
