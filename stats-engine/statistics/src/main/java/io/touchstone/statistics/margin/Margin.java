package io.touchstone.statistics.margin;

/** The largest harm that is still acceptable, fixed before the data. */
public sealed interface Margin {

    /**
     * On the metric's own scale.
     *
     * @param size 0 or more, in the metric's unit (0.01 of a rate is one percentage point); 0 asks for superiority
     */
    record Absolute(double size) implements Margin {
        /** @throws IllegalArgumentException for a negative or infinite margin */
        public Absolute {
            if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("margin: " + size + " (expected: finite, 0 or more)");
            }
        }
    }

    /**
     * As a share of the control mean, which is estimated from the same data.
     *
     * @param share 0 or more and below 1 (0.05 is 5 %)
     */
    record Relative(double share) implements Margin {
        /** @throws IllegalArgumentException for a margin outside [0, 1) */
        public Relative {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("margin: " + share + " (expected: 0 or more and below 1)");
            }
        }
    }
}
