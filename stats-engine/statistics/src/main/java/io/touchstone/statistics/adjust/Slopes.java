package io.touchstone.statistics.adjust;

import io.touchstone.statistics.JointMoments;
import java.util.ArrayList;
import java.util.List;

/**
 * Regression slopes of the outcome (component 0) on the covariates (components 1 and up).
 *
 * <p>θ = (Σ_cells S_zz)⁻¹ Σ_cells S_zy with the centred cross products of each cell (arm, or arm × phase): the ordinary least squares
 * slopes with one intercept a cell. Deng, Xu, Kohavi and Walker 2013 for one covariate.
 *
 * @param theta outcome units per covariate unit, one for each covariate; 0 for one that was left out
 * @param leftOut covariates without variance, or determined by those before them, counted from 0
 */
public record Slopes(List<Double> theta, List<Integer> leftOut) {
    /** A pivot below this share of the covariate's own variance is rounding: the covariate is determined by others. */
    private static final double COLLINEAR = 1e-10;

    /** Keeps copies. */
    public Slopes {
        theta = List.copyOf(theta);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The slopes pooled within cells.
     *
     * @param cells of one dimension, 2 or more: every arm, or every arm of every phase
     * @throws IllegalArgumentException for no cells, different dimensions, or no covariate
     */
    public static Slopes pooled(List<JointMoments> cells) {
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("cells: none (expected: 1 or more)");
        }
        int dimension = cells.getFirst().dimension();
        if (dimension < 2) {
            throw new IllegalArgumentException("dimension: " + dimension + " (expected: 2 or more, outcome first)");
        }
        return solve(sums(cells));
    }

    private static double[][] sums(List<JointMoments> cells) {
        int dimension = cells.getFirst().dimension();
        double[][] sums = new double[dimension][dimension];
        for (JointMoments cell : cells) {
            if (cell.dimension() != dimension) {
                throw new IllegalArgumentException(
                        "dimension: " + cell.dimension() + " (expected: " + dimension + ", as the first cell)");
            }
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    sums[i][j] += cell.product(i, j);
                }
            }
        }
        return sums;
    }

    /**
     * S⁻¹·gap, S the centred products of the covariates summed over cells: what the slopes' errors weigh a gap of covariates with.
     *
     * @param gap at the covariates' component numbers; component 0 is not read
     * @return at the covariates' component numbers; 0 for the outcome and for what was left out
     */
    static double[] direction(List<JointMoments> cells, double[] gap) {
        double[][] sums = sums(cells);
        for (int i = 1; i < gap.length; i++) {
            sums[0][i] = gap[i];
        }
        return solve(sums).prediction();
    }

    /** Whether any covariate takes part. */
    public boolean adjusts() {
        return leftOut.size() < theta.size();
    }

    /** Covariates that take part. */
    int used() {
        return theta.size() - leftOut.size();
    }

    /** The weights of the residual y − θ'z over all components. */
    double[] residual() {
        double[] weights = new double[theta.size() + 1];
        weights[0] = 1;
        for (int i = 0; i < theta.size(); i++) {
            weights[i + 1] = -theta.get(i);
        }
        return weights;
    }

    /** The weights of θ'z over all components. */
    double[] prediction() {
        double[] weights = residual();
        weights[0] = 0;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = -weights[i];
        }
        return weights;
    }

    /** Cholesky on covariates scaled to unit variance, in their order; what has no pivot of its own is left out. */
    private static Slopes solve(double[][] sums) {
        int k = sums.length - 1;
        double[][] lower = new double[k][k];
        double[] half = new double[k];
        List<Integer> leftOut = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double own = sums[i + 1][i + 1];
            double pivot = own == 0 ? 0 : 1;
            for (int j = 0; j < i && own != 0; j++) {
                lower[i][j] = leftOut.contains(j) ? 0 : entry(sums, lower, i, j);
                pivot -= lower[i][j] * lower[i][j];
            }
            if (pivot <= COLLINEAR) {
                leftOut.add(i);
                continue;
            }
            lower[i][i] = Math.sqrt(pivot);
            double value = sums[0][i + 1] / Math.sqrt(own);
            for (int j = 0; j < i; j++) {
                value -= lower[i][j] * half[j];
            }
            half[i] = value / lower[i][i];
        }
        return new Slopes(back(sums, lower, half, leftOut), leftOut);
    }

    private static double entry(double[][] sums, double[][] lower, int i, int j) {
        double value = sums[i + 1][j + 1] / Math.sqrt(sums[i + 1][i + 1]) / Math.sqrt(sums[j + 1][j + 1]);
        for (int m = 0; m < j; m++) {
            value -= lower[i][m] * lower[j][m];
        }
        return value / lower[j][j];
    }

    private static List<Double> back(double[][] sums, double[][] lower, double[] half, List<Integer> leftOut) {
        int k = half.length;
        Double[] theta = new Double[k];
        double[] scaled = new double[k];
        for (int i = k - 1; i >= 0; i--) {
            if (leftOut.contains(i)) {
                theta[i] = 0.0;
                continue;
            }
            double value = half[i];
            for (int j = i + 1; j < k; j++) {
                value -= leftOut.contains(j) ? 0 : lower[j][i] * scaled[j];
            }
            scaled[i] = value / lower[i][i];
            theta[i] = scaled[i] / Math.sqrt(sums[i + 1][i + 1]);
        }
        return List.of(theta);
    }
}
