package io.touchstone.statistics.sequential;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Panels of Gauss-Legendre nodes over an interval, as many as a normal curve of a given width needs.
 *
 * <p>5 + ⌈1.5·w⌉ nodes integrate every normal curve over a panel of w standard deviations, w up to 20, with an error below 4e-10 of
 * its whole mass; over the curves of a recursion, which are wider, boundaries come out right to 1e-11.
 */
final class GaussRule {

    private static final int WIDEST = 20;
    private static final int AT_LEAST = 5;
    private static final double PER_DEVIATION = 1.5;
    private static final double[][] POINTS = new double[AT_LEAST + (int) Math.ceil(PER_DEVIATION * WIDEST) + 1][];
    private static final double[][] WEIGHTS = new double[POINTS.length][];

    static {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        for (int nodes = AT_LEAST; nodes < POINTS.length; nodes++) {
            GaussIntegrator rule = factory.legendre(nodes);
            POINTS[nodes] = new double[nodes];
            WEIGHTS[nodes] = new double[nodes];
            for (int i = 0; i < nodes; i++) {
                POINTS[nodes][i] = rule.getPoint(i);
                WEIGHTS[nodes][i] = rule.getWeight(i);
            }
        }
    }

    /** Rising. */
    final double[] points;

    final double[] weights;

    private GaussRule(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /**
     * Over an interval that is not empty.
     *
     * @param deviation standard deviation of the narrowest curve to integrate
     */
    static GaussRule over(double from, double to, double deviation) {
        double width = (to - from) / deviation;
        int panels = Math.max(1, (int) Math.ceil(width / WIDEST));
        int nodes = AT_LEAST + (int) Math.ceil(PER_DEVIATION * width / panels);
        double half = (to - from) / panels / 2;
        double[] points = new double[panels * nodes];
        double[] weights = new double[points.length];
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int node = 0; node < nodes; node++) {
                points[panel * nodes + node] = middle + half * POINTS[nodes][node];
                weights[panel * nodes + node] = half * WEIGHTS[nodes][node];
            }
        }
        return new GaussRule(points, weights);
    }
}
