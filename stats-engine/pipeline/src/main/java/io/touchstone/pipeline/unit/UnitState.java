package io.touchstone.pipeline.unit;

/**
 * All that is known of a unit; two records because they change at different rates.
 *
 * @param head exposures, profile, totals
 * @param recent ids and matched outcomes of the last seven days
 */
public record UnitState(Head head, Recent recent) {

    /** A unit nothing is known of. */
    public static final UnitState EMPTY = new UnitState(Head.EMPTY, Recent.EMPTY);

    /** Whether the head is the very same object: then it need not be stored again. */
    @SuppressWarnings("ReferenceEquality") // cheaper than comparing, and the function keeps what it does not change
    public boolean sharesHead(UnitState other) {
        return head == other.head;
    }

    /** Whether the recent part is the very same object: then it need not be stored again. */
    @SuppressWarnings("ReferenceEquality") // as above
    public boolean sharesRecent(UnitState other) {
        return recent == other.recent;
    }
}
