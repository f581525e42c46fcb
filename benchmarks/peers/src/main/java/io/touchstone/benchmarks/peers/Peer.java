package io.touchstone.benchmarks.peers;

import io.touchstone.benchmarks.evaluate.User;
import org.jspecify.annotations.Nullable;

/** One way to decide: builds what the SDK wants to know of the user and asks it for the variant, as a request does. */
interface Peer extends AutoCloseable {
    /** The variant, {@code control} or {@code coupon}; null for a user who is not targeted. */
    @Nullable
    String variant(User user);

    /** Ends the threads it may have. */
    @Override
    default void close() {}
}
