package io.touchstone.report.answer;

import java.util.List;
import java.util.Optional;

/**
 * One metric of one treatment against the control.
 *
 * @param absolute the difference; absent where an arm is empty
 * @param relative the lift, or why there is none; absent where {@code absolute} is
 * @param warnings what to know before believing them
 * @param notEstimable why there is no test of the difference
 */
public record Contrast(
        Optional<Absolute> absolute,
        Optional<Relative> relative,
        List<Warning> warnings,
        Optional<Absence> notEstimable) {

    static final Contrast NONE = new Contrast(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /** Keeps a copy. */
    public Contrast {
        warnings = List.copyOf(warnings);
    }

    static Contrast missing(Absence why) {
        return new Contrast(Optional.empty(), Optional.empty(), List.of(), Optional.of(why));
    }
}
