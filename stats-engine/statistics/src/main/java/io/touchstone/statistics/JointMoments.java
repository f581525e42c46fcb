package io.touchstone.statistics;

import java.util.Arrays;

/**
 * Number of units, mean vector and centred cross products of several values of one unit: outcome components and covariates.
 *
 * <p>A commutative monoid under {@link #plus} for a given dimension. Components are counted from 0; units of measure are the
 * components' own.
 */
public final class JointMoments {
    private final long n;
    private final double[] means;
    /** Σ(v_i − mean_i)(v_j − mean_j), upper triangle by rows. */
    private final double[] products;

    private JointMoments(long n, double[] means, double[] products) {
        this.n = n;
        this.means = means;
        this.products = products;
        validate();
    }

    private void validate() {
        if (n < 0) {
            throw new IllegalArgumentException("n: " + n + " (expected: 0 or more)");
        }
        for (double mean : means) {
            if (!Double.isFinite(mean) || n == 0 && mean != 0) {
                throw new IllegalArgumentException("mean: " + mean + " (expected: finite, and 0 without units)");
            }
        }
        for (double product : products) {
            if (!Double.isFinite(product) || n <= 1 && product != 0) {
                throw new IllegalArgumentException("product: " + product + " (expected: finite, and 0 for n up to 1)");
            }
        }
        for (int i = 0; i < means.length; i++) {
            requireVariance(i);
        }
    }

    /** Cauchy and Schwarz, with room for rounding. */
    private void requireVariance(int i) {
        if (!(product(i, i) >= 0)) {
            throw new IllegalArgumentException("product: " + product(i, i) + " (expected: 0 or more on the diagonal)");
        }
        for (int j = 0; j < i; j++) {
            double bound = Math.sqrt(product(i, i)) * Math.sqrt(product(j, j));
            if (Math.abs(product(i, j)) > bound * (1 + 1e-6)) {
                throw new IllegalArgumentException(
                        "product: " + product(i, j) + " (expected: at most " + bound + ", the bound of the variances)");
            }
        }
    }

    /** No units, for {@code dimension} components. */
    public static JointMoments none(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension: " + dimension + " (expected: 1 or more)");
        }
        return new JointMoments(0, new double[dimension], new double[dimension * (dimension + 1) / 2]);
    }

    /** One unit's values. */
    public static JointMoments of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: none (expected: 1 or more)");
        }
        return new JointMoments(1, values.clone(), new double[values.length * (values.length + 1) / 2]);
    }

    /**
     * From centred sums.
     *
     * @param products Σ(v_i − mean_i)(v_j − mean_j), symmetric; only the upper triangle is read
     * @throws IllegalArgumentException for numbers that no set of values has
     */
    public static JointMoments ofProducts(long n, double[] means, double[][] products) {
        return scaled(n, means, products, 1);
    }

    /**
     * From sample covariances.
     *
     * @param covariance divisor n − 1, symmetric; only the upper triangle is read, and nothing of it for n up to 1
     * @throws IllegalArgumentException for numbers that no set of values has
     */
    public static JointMoments ofCovariance(long n, double[] means, double[][] covariance) {
        return scaled(n, means, covariance, n <= 1 ? 0 : n - 1.0);
    }

    private static JointMoments scaled(long n, double[] means, double[][] matrix, double factor) {
        int dimension = means.length;
        if (dimension == 0 || matrix.length != dimension) {
            throw new IllegalArgumentException(
                    "rows: " + matrix.length + " (expected: " + dimension + ", and at least 1)");
        }
        double[] packed = new double[dimension * (dimension + 1) / 2];
        int at = 0;
        for (int i = 0; i < dimension; i++) {
            if (matrix[i].length != dimension) {
                throw new IllegalArgumentException("columns: " + matrix[i].length + " (expected: " + dimension + ")");
            }
            for (int j = i; j < dimension; j++) {
                packed[at++] = factor == 0 ? 0 : matrix[i][j] * factor;
            }
        }
        return new JointMoments(n, means.clone(), packed);
    }

    /** The units of both sets: Chan, Golub and LeVeque 1979, for each pair of components. */
    public JointMoments plus(JointMoments other) {
        if (other.dimension() != dimension()) {
            throw new IllegalArgumentException("dimension: " + other.dimension() + " (expected: " + dimension() + ")");
        }
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = Math.addExact(n, other.n);
        double share = (double) other.n / total;
        double[] merged = means.clone();
        double[] sums = products.clone();
        int at = 0;
        for (int i = 0; i < means.length; i++) {
            double delta = other.means[i] - means[i];
            merged[i] = means[i] + delta * share;
            for (int j = i; j < means.length; j++) {
                sums[at] = products[at] + other.products[at] + delta * (other.means[j] - means[j]) * share * n;
                at++;
            }
        }
        return new JointMoments(total, merged, sums);
    }

    /** Units. */
    public long n() {
        return n;
    }

    /** Components of a unit's vector. */
    public int dimension() {
        return means.length;
    }

    /** Mean of component {@code i}; 0 without units. */
    public double mean(int i) {
        return means[i];
    }

    /** Σ(v_i − mean_i)(v_j − mean_j). */
    public double product(int i, int j) {
        int row = Math.min(i, j);
        int column = Math.max(i, j);
        return products[row * means.length - row * (row - 1) / 2 + column - row];
    }

    /** Sample covariance, divisor n − 1; {@code n} must be at least 2. */
    public double covariance(int i, int j) {
        if (n < 2) {
            throw new IllegalStateException("n: " + n + " (expected: 2 or more)");
        }
        return product(i, j) / (n - 1);
    }

    /** One component alone. */
    public Moments moments(int i) {
        return new Moments(n, means[i], product(i, i));
    }

    /**
     * The moments of Σ weight_i·v_i. A sum of squares that is nothing but rounding (1e-13 of its terms) is 0.
     *
     * @param weights one for each component
     */
    public Moments combination(double... weights) {
        double mean = 0;
        for (int i = 0; i < means.length; i++) {
            mean += weights[i] * means[i];
        }
        double square = product(weights, weights);
        double size = 0;
        for (int i = 0; i < means.length; i++) {
            size += Math.abs(weights[i]) * Math.sqrt(product(i, i));
        }
        return new Moments(n, mean, square <= 1e-13 * size * size ? 0 : square);
    }

    /** Σ of the products of two combinations about their means. */
    public double product(double[] left, double[] right) {
        if (left.length != means.length || right.length != means.length) {
            throw new IllegalArgumentException("weights: " + left.length + " and " + right.length
                    + " of them (expected: " + means.length + ", one for each component)");
        }
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
                sum += left[i] * right[j] * product(i, j);
            }
        }
        return sum;
    }

    /**
     * The joint moments of several combinations of the components.
     *
     * @param rows the weights of each new component
     */
    public JointMoments combinations(double[][] rows) {
        double[] mean = new double[rows.length];
        double[][] matrix = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            Moments own = combination(rows[i]);
            mean[i] = own.mean();
            matrix[i][i] = own.m2();
            for (int j = i + 1; j < rows.length; j++) {
                matrix[i][j] = product(rows[i], rows[j]);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                matrix[i][j] = matrix[i][i] == 0 || matrix[j][j] == 0 ? 0 : matrix[i][j];
            }
        }
        return ofProducts(n, mean, matrix);
    }

    /** With one more component that has this value in every unit, such as the denominator 1 of a plain mean. */
    public JointMoments withConstant(double value) {
        int dimension = means.length + 1;
        double[] longer = Arrays.copyOf(means, dimension);
        longer[dimension - 1] = n == 0 ? 0 : value;
        double[][] matrix = new double[dimension][dimension];
        for (int i = 0; i < means.length; i++) {
            for (int j = i; j < means.length; j++) {
                matrix[i][j] = product(i, j);
            }
        }
        return ofProducts(n, longer, matrix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointMoments that
                && n == that.n
                && Arrays.equals(means, that.means)
                && Arrays.equals(products, that.products);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(n) + Arrays.hashCode(means)) + Arrays.hashCode(products);
    }

    @Override
    public String toString() {
        return "JointMoments[n=" + n + ", means=" + Arrays.toString(means) + ", products=" + Arrays.toString(products)
                + "]";
    }
}
