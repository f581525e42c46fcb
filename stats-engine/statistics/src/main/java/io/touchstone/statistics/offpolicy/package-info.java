/** The value of a policy from decisions another policy took. Start at {@link io.touchstone.statistics.offpolicy.OffPolicyEvaluation}. */
@NullMarked
package io.touchstone.statistics.offpolicy;

import org.jspecify.annotations.NullMarked;
