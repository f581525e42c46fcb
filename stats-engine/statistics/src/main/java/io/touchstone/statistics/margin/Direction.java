package io.touchstone.statistics.margin;

import io.touchstone.statistics.Side;

/** Which way a metric improves. */
public enum Direction {
    /** More is better: harm is a fall. */
    HIGHER_IS_BETTER(Side.GREATER),
    /** Less is better: harm is a rise. */
    LOWER_IS_BETTER(Side.LESS);

    private final Side better;

    Direction(Side better) {
        this.better = better;
    }

    /** The side on which treatment minus control is an improvement. */
    public Side better() {
        return better;
    }
}
