package io.touchstone.statistics.sequential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The looks of a trial in their order, planned or taken.
 *
 * @param looks at least one; information rises by at least a millionth from look to look, spending time does not fall
 */
public record LookSchedule(List<Look> looks) {

    /** Below this relative step two looks are one: their z differ by less than a thousandth of its noise. */
    private static final double SMALLEST_STEP = 1e-6;

    /** @throws IllegalArgumentException for no looks, information that does not rise, or spending time that falls */
    public LookSchedule {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("looks: [] (expected: at least one)");
        }
        for (int i = 1; i < looks.size(); i++) {
            rises(looks.get(i - 1), looks.get(i));
        }
    }

    /** Planned shares of the full information, which are also the spending times; the last one is usually 1. */
    public static LookSchedule ofFractions(double... fractions) {
        return new LookSchedule(
                Arrays.stream(fractions).mapToObj(t -> new Look(t, t)).toList());
    }

    /** {@code count} looks at equal steps up to the full information. */
    public static LookSchedule equallySpaced(int count) {
        double[] fractions = new double[count];
        for (int i = 0; i < count; i++) {
            fractions[i] = (i + 1.0) / count;
        }
        return ofFractions(fractions);
    }

    /**
     * Looks taken, alpha spent by their share of the planned information. More than planned (overrun) counts as all of it
     * for spending, while the correlation uses what was seen; a final look with less spends what is left.
     *
     * @param plannedInformation of the full trial, above 0
     * @param information at each look
     */
    public static LookSchedule observed(double plannedInformation, List<Double> information, Ending ending) {
        if (!(plannedInformation > 0 && plannedInformation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "plannedInformation: " + plannedInformation + " (expected: finite, above 0)");
        }
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < information.size(); i++) {
            boolean last = i == information.size() - 1 && ending == Ending.FINAL;
            double share = Math.min(1, information.get(i) / plannedInformation);
            looks.add(new Look(last ? 1 : share, information.get(i)));
        }
        return new LookSchedule(looks);
    }

    /** The newest look. */
    public Look last() {
        return looks.getLast();
    }

    /** Checks that a look may follow another. */
    static void rises(Look before, Look after) {
        if (!(after.information() >= before.information() * (1 + SMALLEST_STEP))) {
            throw new IllegalArgumentException("information: " + after.information() + " after " + before.information()
                    + " (expected: at least a millionth more)");
        }
        if (after.spendingTime() < before.spendingTime()) {
            throw new IllegalArgumentException("spendingTime: " + after.spendingTime() + " after "
                    + before.spendingTime() + " (expected: not to fall)");
        }
    }
}
