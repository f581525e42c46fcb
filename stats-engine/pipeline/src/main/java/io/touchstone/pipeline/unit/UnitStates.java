package io.touchstone.pipeline.unit;

import org.jspecify.annotations.Nullable;

/** Puts a unit's state together from the two records it is stored in. */
public final class UnitStates {

    private UnitStates() {}

    /**
     * The state of a unit.
     *
     * @param head bytes of {@link HeadCodec}; absent: nothing yet
     * @param recent bytes of {@link RecentCodec}; absent: nothing yet
     */
    public static UnitState decode(byte @Nullable [] head, byte @Nullable [] recent) {
        if (head == null && recent == null) {
            return UnitState.EMPTY;
        }
        return new UnitState(
                head == null ? Head.EMPTY : HeadCodec.decode(head),
                recent == null ? Recent.EMPTY : RecentCodec.decode(recent));
    }
}
