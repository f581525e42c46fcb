package io.touchstone.statistics.interaction;

/**
 * Units in the four combinations of two tests.
 *
 * @param neither control of both
 * @param first treatment of the first test only
 * @param second treatment of the second test only
 * @param both treatment of both
 */
public record JointAssignment(long neither, long first, long second, long both) {

    /** @throws IllegalArgumentException for a negative count */
    public JointAssignment {
        for (long count : new long[] {neither, first, second, both}) {
            if (count < 0) {
                throw new IllegalArgumentException("count: " + count + " (expected: 0 or more)");
            }
        }
    }
}
