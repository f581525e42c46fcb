package io.touchstone.console.experiment;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.core.datafile.SlotRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Ranges of slots as callers write them. */
final class Slots {
    /** All slots of a layer. */
    static final List<List<Long>> ALL = List.of(List.of(0L, (long) SlotRange.SLOTS));

    private static final int MAX_RANGES = 100;

    private Slots() {}

    /**
     * Pairs sorted by their beginning.
     *
     * @throws ProblemException {@code slots_invalid}, {@code slots_overlap}
     */
    static List<List<Long>> check(List<List<Long>> slots) {
        Require.size("slots", slots, 1, MAX_RANGES);
        List<List<Long>> sorted = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            List<Long> pair = Require.present("slots[" + i + "]", slots.get(i));
            boolean twoNumbers = pair.size() == 2 && pair.stream().noneMatch(Objects::isNull);
            if (!twoNumbers || pair.get(0) < 0 || pair.get(1) > SlotRange.SLOTS || pair.get(0) >= pair.get(1)) {
                throw ProblemException.of(
                        ProblemCode.SLOTS_INVALID,
                        "slots[" + i + "]",
                        pair,
                        "[from, to] with 0 <= from < to <= " + SlotRange.SLOTS);
            }
            sorted.add(List.copyOf(pair));
        }
        sorted.sort(Comparator.comparing(List::getFirst));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).get(0) < sorted.get(i - 1).get(1)) {
                throw ProblemException.of(ProblemCode.SLOTS_OVERLAP, "slots", slots, "ranges that share no slot");
            }
        }
        return sorted;
    }

    /** Whether {@code wider} holds every slot of {@code narrower}. */
    static boolean cover(List<SlotRange> wider, List<SlotRange> narrower) {
        List<SlotRange> joined = join(wider);
        return narrower.stream().allMatch(range -> joined.stream()
                .anyMatch(whole -> whole.from() <= range.from() && range.to() <= whole.to()));
    }

    /** Neighbours as one range: the constraint and the evaluator treat both forms alike. */
    private static List<SlotRange> join(List<SlotRange> ranges) {
        List<SlotRange> joined = new ArrayList<>();
        for (SlotRange range : ranges.stream().sorted().toList()) {
            if (!joined.isEmpty() && joined.getLast().to() == range.from()) {
                SlotRange last = joined.removeLast();
                joined.add(new SlotRange(last.from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }
}
