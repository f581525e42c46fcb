package io.touchstone.pipeline.unit;

import java.util.List;

/**
 * Facts of a unit as of its first exposure to a phase.
 *
 * @param slices one slice key for each declared dimension, in their order
 * @param covariates value and missing flag (0 or 1) of each covariate, in their order
 */
record Frozen(List<String> slices, List<Double> covariates) {

    static final Frozen NONE = new Frozen(List.of(), List.of());

    Frozen {
        slices = List.copyOf(slices);
        covariates = List.copyOf(covariates);
    }

    double[] covariateVector() {
        double[] z = new double[covariates.size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = covariates.get(i);
        }
        return z;
    }
}
