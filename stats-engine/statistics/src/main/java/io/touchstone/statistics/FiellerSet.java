package io.touchstone.statistics;

/** The confidence set of a relative change: Fieller's theorem gives an interval only where the control is far enough from 0. */
public sealed interface FiellerSet {

    /**
     * g below 1: an ordinary interval.
     *
     * @param interval of the lift, a fraction (0.1 is +10 %)
     */
    record Bounded(Interval interval) implements FiellerSet {}

    /**
     * g at least 1: everything outside the gap.
     *
     * @param gap the lifts the data speak against, a fraction
     */
    record OutsideOf(Interval gap) implements FiellerSet {}

    /** g at least 1: the data speak against no lift at all. */
    record WholeLine() implements FiellerSet {}
}
