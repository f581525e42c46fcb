package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Normal;

/**
 * The sub-density of the score S at one look over the paths that have not stopped: Armitage, McPherson and Rowe 1969.
 *
 * <p>S has independent normal increments, mean θ·ΔI and variance ΔI; Z = S/√I. The density is kept at the nodes of a
 * {@link GaussRule} that resolves its product with the next increment. Immutable.
 */
final class ScoreDensity {

    /** Standard deviations of all information so far that the grid covers; beyond them lie fewer than 1e-18 of the paths. */
    private static final double SPREAD = 9;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private final double startInformation;
    private final double startScore;
    private final double information;
    private final double[] scores;
    /** Density times weight of the node: the mass it stands for. */
    private final double[] masses;
    /** Whether every node stands for its mirror image below 0 as well; then no score is negative. */
    private final boolean mirrored;

    private ScoreDensity(ScoreDensity start, double information, double[] scores, double[] masses) {
        this.startInformation = start.startInformation;
        this.startScore = start.startScore;
        this.mirrored = start.mirrored;
        this.information = information;
        this.scores = scores;
        this.masses = masses;
    }

    private ScoreDensity(double information, double score, double mass, boolean mirrored) {
        this.startInformation = information;
        this.startScore = score;
        this.mirrored = mirrored;
        this.information = information;
        this.scores = new double[] {score};
        this.masses = new double[] {mass};
    }

    /** All paths at one point: score 0 at information 0, or the score of a look. */
    static ScoreDensity at(double information, double score) {
        return new ScoreDensity(information, score, 1, false);
    }

    /** All paths at score 0 and information 0; what follows is symmetric, so half of it is kept. */
    static ScoreDensity symmetric() {
        return new ScoreDensity(0, 0, 0.5, true);
    }

    /** P(not stopped so far, S above {@code threshold} at the next look). */
    double above(double threshold, double nextInformation, double theta) {
        double step = nextInformation - information;
        double scale = Math.sqrt(step);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += masses[i] * Normal.upperTail((threshold - scores[i] - theta * step) / scale);
            if (mirrored) {
                sum += masses[i] * Normal.upperTail((threshold + scores[i] - theta * step) / scale);
            }
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
            if (mirrored) {
                sum += masses[i] * Normal.upperTail((theta * step - scores[i] - threshold) / scale);
            }
        }
        return sum;
    }

    /**
     * {@link #above} without effect, with its derivatives by the threshold: the threshold of a boundary is found by them.
     *
     * @param value P(not stopped so far, S above the threshold)
     * @param slope first derivative, negative
     * @param bend second derivative
     */
    record Tail(double value, double slope, double bend) {}

    /** The tail above {@code threshold} at the next look under no effect. */
    Tail tail(double threshold, double nextInformation) {
        double scale = Math.sqrt(nextInformation - information);
        double perScale = 1 / scale;
        double value = 0;
        double mass = 0;
        double moment = 0;
        for (int sign = 1; sign >= (mirrored ? -1 : 1); sign -= 2) {
            for (int i = 0; i < scores.length; i++) {
                double d = (threshold - sign * scores[i]) * perScale;
                if (Math.abs(d) <= NormalKernel.REACH) {
                    double curve = masses[i] * NormalKernel.curve(d);
                    double beyond = curve * Normal.scaledUpperTail(Math.abs(d));
                    value += d < 0 ? masses[i] - beyond : beyond;
                    mass += curve;
                    moment += curve * d;
                } else if (d < 0) {
                    value += masses[i];
                }
            }
        }
        return new Tail(value, -mass * perScale / ROOT_TWO_PI, moment * perScale * perScale / ROOT_TWO_PI);
    }

    /**
     * The density at the next look between two thresholds; those of a symmetric one are {@code -high} and {@code high}.
     *
     * @param followingStep information from the next look to the one after it: the grid must resolve that increment too
     */
    ScoreDensity next(double nextInformation, double theta, double low, double high, double followingStep) {
        double step = nextInformation - information;
        double spread = SPREAD * Math.sqrt(nextInformation - startInformation);
        double centre = startScore + theta * (nextInformation - startInformation);
        double from = mirrored ? 0 : Math.max(low, centre - spread);
        double to = Math.min(high, centre + spread);
        if (!(from < to)) {
            return new ScoreDensity(this, nextInformation, new double[0], new double[0]);
        }
        // What is integrated next is this step's curve times the following one's.
        GaussRule grid = GaussRule.over(from, to, Math.sqrt(step * followingStep / (step + followingStep)));
        double[] nextMasses = densities(grid.points, step, theta);
        for (int i = 0; i < nextMasses.length; i++) {
            nextMasses[i] *= grid.weights[i];
        }
        return new ScoreDensity(this, nextInformation, grid.points, nextMasses);
    }

    /** Every node spreads its mass over the points near it. */
    private double[] densities(double[] points, double step, double theta) {
        double[] densities = new double[points.length];
        double scale = Math.sqrt(step);
        double reach = NormalKernel.REACH * scale;
        int first = 0;
        int end = 0;
        for (int i = 0; i < scores.length; i++) {
            double centre = scores[i] + theta * step;
            while (first < points.length && points[first] < centre - reach) {
                first++;
            }
            while (end < points.length && points[end] <= centre + reach) {
                end++;
            }
            NormalKernel.add(densities, points, first, end, centre, scale, masses[i]);
        }
        for (int i = 0; mirrored && i < scores.length; i++) {
            while (end > 0 && points[end - 1] > reach - scores[i]) {
                end--;
            }
            NormalKernel.add(densities, points, 0, end, -scores[i], scale, masses[i]);
        }
        return densities;
    }
}
