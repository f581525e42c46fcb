package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Normal;
import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The sub-density of the score S at one look over the paths that have not stopped: Armitage, McPherson and Rowe 1969.
 *
 * <p>S has independent normal increments, mean θ·ΔI and variance ΔI; Z = S/√I. The density is kept at Gauss-Legendre nodes of
 * panels {@value #PANEL} times as wide as the narrower of the two increments around it, where 8 nodes integrate a normal curve
 * to about 1e-13.
 */
final class ScoreDensity {

    private static final int NODES = 8;
    private static final double PANEL = 1.5;
    /** Standard deviations beyond which a normal curve holds less than 1e-18. */
    private static final double REACH = 9;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES);

    private final double startInformation;
    private final double startScore;
    private final double information;
    private final double[] scores;
    /** Density times weight of the node: the mass it stands for. */
    private final double[] masses;

    private ScoreDensity(
            double startInformation, double startScore, double information, double[] scores, double[] masses) {
        this.startInformation = startInformation;
        this.startScore = startScore;
        this.information = information;
        this.scores = scores;
        this.masses = masses;
    }

    /** All paths at one point: score 0 at information 0, or the score of a look. */
    static ScoreDensity at(double information, double score) {
        return new ScoreDensity(information, score, information, new double[] {score}, new double[] {1});
    }

    /** P(not stopped so far, S above {@code threshold} at the next look). */
    double above(double threshold, double nextInformation, double theta) {
        double step = nextInformation - information;
        double scale = Math.sqrt(step);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += masses[i] * Normal.upperTail((threshold - scores[i] - theta * step) / scale);
        }
        return sum;
    }

    /** P(not stopped so far, S below {@code threshold} at the next look). */
    double below(double threshold, double nextInformation, double theta) {
        double step = nextInformation - information;
        double scale = Math.sqrt(step);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += masses[i] * Normal.upperTail((scores[i] + theta * step - threshold) / scale);
        }
        return sum;
    }

    /**
     * The density at the next look between two thresholds.
     *
     * @param followingStep information from the next look to the one after it: the grid must resolve that increment too
     */
    ScoreDensity next(double nextInformation, double theta, double low, double high, double followingStep) {
        double step = nextInformation - information;
        double spread = REACH * Math.sqrt(nextInformation - startInformation);
        double centre = startScore + theta * (nextInformation - startInformation);
        double from = Math.max(low, centre - spread);
        double to = Math.min(high, centre + spread);
        if (!(from < to)) {
            return new ScoreDensity(startInformation, startScore, nextInformation, new double[0], new double[0]);
        }
        double width = PANEL * Math.sqrt(Math.min(step, followingStep));
        int panels = Math.max(1, (int) Math.ceil((to - from) / width));
        double half = (to - from) / panels / 2;
        double[] nextScores = new double[panels * NODES];
        double[] nextMasses = new double[panels * NODES];
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int node = 0; node < NODES; node++) {
                int i = panel * NODES + node;
                nextScores[i] = middle + half * RULE.getPoint(node);
                nextMasses[i] = half * RULE.getWeight(node) * density(nextScores[i], step, theta);
            }
        }
        return new ScoreDensity(startInformation, startScore, nextInformation, nextScores, nextMasses);
    }

    private double density(double score, double step, double theta) {
        double scale = Math.sqrt(step);
        double origin = score - theta * step;
        int first = Math.max(0, position(origin - REACH * scale));
        double end = origin + REACH * scale;
        double sum = 0;
        for (int i = first; i < scores.length && scores[i] <= end; i++) {
            double x = (origin - scores[i]) / scale;
            sum += masses[i] * Math.exp(-x * x / 2);
        }
        return sum / (scale * ROOT_TWO_PI);
    }

    private int position(double score) {
        int found = Arrays.binarySearch(scores, score);
        return found >= 0 ? found : -found - 1;
    }
}
