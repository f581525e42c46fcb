package io.touchstone.certificate;

/**
 * What a line of the certificate must keep to, for a nominal level of 5 %.
 *
 * @param runs simulated experiments of each line, each without and with an effect
 * @param falsePositives largest upper limit of false positives of both tails
 * @param tail largest upper limit of one tail
 * @param coverage smallest lower limit of the coverage
 */
public record Bands(int runs, double falsePositives, double tail, double coverage) {

    /** One-sided confidence of every limit. */
    public static final double CONFIDENCE = 0.999;

    /** Coverage above this is listed as conservative. */
    public static final double WIDE = 0.97;

    /** Of the certificate. */
    public static final Bands CERTIFICATE = new Bands(40_000, 0.055, 0.030, 0.945);

    /** Of every build: fewer runs, wider bands. */
    public static final Bands BUILD = new Bands(4_000, 0.070, 0.043, 0.930);
}
