package io.touchstone.core.datafile;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;

/**
 * Slots of a layer, half-open.
 *
 * @param from first slot, 0 to 999,999
 * @param to first slot after the range, above {@code from}, at most 1,000,000
 */
public record SlotRange(int from, int to) implements Comparable<SlotRange> {
    /** Slots of a layer. */
    public static final int SLOTS = 1_000_000;

    /** @throws InvalidInputException {@code number_range}, {@code slots_invalid} */
    public SlotRange {
        Limits.range("slots", from, 0, SLOTS);
        Limits.range("slots", to, 0, SLOTS);
        if (from >= to) {
            throw InvalidInputException.of(
                    FaultCode.SLOTS_INVALID, "slots", "[" + from + ", " + to + ")", "from below to");
        }
    }

    /** Whether the slot lies in the range. */
    public boolean contains(int slot) {
        return from <= slot && slot < to;
    }

    /** Whether the two share a slot. */
    public boolean overlaps(SlotRange other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(SlotRange other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
}
