package io.touchstone.certificate;

/**
 * How far a line of the certificate may be from what its {@link Claim} says. For a level of 5 % the certificate asks for at most
 * 5.5 % false positives, 3.0 % in a tail and at least 94.5 % coverage; a build, with fewer runs, for 7.0, 4.3 and 93.0 %.
 *
 * @param runs simulated experiments of each line, each without and with an effect
 * @param moreRuns simulated experiments of a line that is outside after {@code runs}; a multiple of 250, as {@code runs} is
 * @param wholeFactor largest upper limit of all false positives, in parts of the level
 * @param tailFactor largest upper limit of one tail, in parts of half the level
 */
public record Bands(int runs, int moreRuns, double wholeFactor, double tailFactor) {

    /** One-sided confidence of every limit. */
    public static final double CONFIDENCE = 0.999;

    /** Of the certificate. */
    public static final Bands CERTIFICATE = new Bands(40_000, 400_000, 1.1, 1.2);

    /** Of every build: fewer runs, wider bands. */
    public static final Bands BUILD = new Bands(4_000, 4_000, 1.4, 1.72);

    /** Largest upper limit of all false positives, 0 to 1. An alarm at 2.5 % or less is as hard to count as a tail of 5 %. */
    public double falsePositives(Claim claim) {
        boolean tail = !claim.hasInterval() && claim.level() <= 0.025;
        return (tail ? tailFactor : wholeFactor) * claim.level();
    }

    /** Largest upper limit of one tail, 0 to 1. */
    public double tail(Claim claim) {
        return tailFactor * claim.level() / 2;
    }

    /** Smallest lower limit of the coverage, 0 to 1. */
    public double coverage(Claim claim) {
        return 1 - wholeFactor * claim.level();
    }
}
