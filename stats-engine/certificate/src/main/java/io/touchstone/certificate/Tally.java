package io.touchstone.certificate;

/**
 * Verdicts of simulated experiments, counted. A commutative monoid under {@link #plus}.
 *
 * @param refused experiments without an interval
 * @param below intervals below the true effect
 * @param covers intervals that hold it
 * @param above intervals above it
 */
public record Tally(long refused, long below, long covers, long above) {

    /** No experiment. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** @throws IllegalArgumentException for negative counts */
    public Tally {
        if (Math.min(Math.min(refused, below), Math.min(covers, above)) < 0) {
            throw new IllegalArgumentException(
                    "counts: " + refused + ", " + below + ", " + covers + ", " + above + " (expected: 0 or more)");
        }
    }

    /** One more experiment. */
    public Tally plus(Verdict verdict) {
        return switch (verdict) {
            case REFUSED -> new Tally(refused + 1, below, covers, above);
            case BELOW -> new Tally(refused, below + 1, covers, above);
            case COVERS -> new Tally(refused, below, covers + 1, above);
            case ABOVE -> new Tally(refused, below, covers, above + 1);
        };
    }

    /** The experiments of both. */
    public Tally plus(Tally other) {
        return new Tally(refused + other.refused, below + other.below, covers + other.covers, above + other.above);
    }

    /** All experiments. */
    public long runs() {
        return refused + judged();
    }

    /** Experiments with an interval. */
    public long judged() {
        return below + covers + above;
    }
}
