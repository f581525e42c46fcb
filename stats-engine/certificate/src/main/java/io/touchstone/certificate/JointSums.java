package io.touchstone.certificate;

import io.touchstone.statistics.JointMoments;

/** Adds up the values of an arm's units, several a unit. Raw sums: in the regimes means are small beside spreads. */
final class JointSums {
    private final double[] sums;
    private final double[][] squares;
    private long units;

    JointSums(int dimension) {
        sums = new double[dimension];
        squares = new double[dimension][dimension];
    }

    void add(double... values) {
        units++;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
            for (int j = i; j < sums.length; j++) {
                squares[i][j] += values[i] * values[j];
            }
        }
    }

    /** Units with 0 in every component. */
    void addNothing(long more) {
        units += more;
    }

    JointMoments moments() {
        double[] means = new double[sums.length];
        double[][] products = new double[sums.length][sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = units == 0 ? 0 : sums[i] / units;
            for (int j = 0; j <= i; j++) {
                double centred = squares[j][i] - units * means[i] * means[j];
                products[j][i] = i == j ? Math.max(0, centred) : centred;
            }
        }
        return units < 2 ? single(means) : JointMoments.ofProducts(units, means, products);
    }

    private JointMoments single(double[] means) {
        return units == 0 ? JointMoments.none(means.length) : JointMoments.of(means);
    }
}
