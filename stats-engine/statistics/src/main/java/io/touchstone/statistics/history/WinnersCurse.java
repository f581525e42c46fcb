package io.touchstone.statistics.history;

import java.util.List;

/**
 * By how much the sum of launched effects is expected to be too large: Σσ·φ(b − a/σ) over all tests, launched or not (Lee and Shen
 * 2018). A launch needs an estimate above b standard errors; the estimates stand in for the true effects a.
 */
public final class WinnersCurse {

    private WinnersCurse() {}

    /**
     * The expected excess, in the unit of the effects.
     *
     * @param tests all finished tests, not only the launched
     * @param launchZ b, standard errors above which a test is launched; 1.96 at 5 %
     */
    public static double expectedExcess(List<PastEffect> tests, double launchZ) {
        if (!Double.isFinite(launchZ)) {
            throw new IllegalArgumentException("launchZ: " + launchZ + " (expected: finite)");
        }
        double sum = 0;
        for (PastEffect test : tests) {
            double distance = launchZ - test.effect() / test.standardError();
            sum += test.standardError() * Math.exp(-distance * distance / 2) / Math.sqrt(2 * Math.PI);
        }
        return sum;
    }
}
