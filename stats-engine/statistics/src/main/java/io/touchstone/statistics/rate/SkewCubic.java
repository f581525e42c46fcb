package io.touchstone.statistics.rate;

/** The skewness correction of a score: s = z − κz²/6 + κ²z³/108 + κ/6, which grows with z everywhere; see {@link SkewScoreTest}. */
final class SkewCubic {
    private SkewCubic() {}

    /**
     * The corrected score.
     *
     * @param gap estimate less hypothesis
     * @param variance squared standard error of the gap, 0 or more; with 0 any gap is beyond all bounds
     * @param third third cumulant of the gap
     */
    static double score(double gap, double variance, double third) {
        if (variance == 0) {
            return gap == 0 ? 0 : Math.copySign(Double.MAX_VALUE, gap);
        }
        double error = Math.sqrt(variance);
        double z = gap / error;
        double kappa = third / error / error / error;
        double bent = kappa * z;
        return z * (1 - bent / 6 + bent * bent / 108) + kappa / 6;
    }
}
