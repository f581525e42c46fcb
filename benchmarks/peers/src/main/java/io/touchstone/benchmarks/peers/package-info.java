/**
 * What the same decision costs with other SDKs, in one run with ours and with the hand-written limit. Start with
 * {@link io.touchstone.benchmarks.peers.PeersRun}. What the peers bring along stays in this module.
 */
@NullMarked
package io.touchstone.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
