package io.touchstone.statistics.margin;

/**
 * The outcome of a {@link NonInferiorityTest}.
 *
 * @param difference treatment minus control
 * @param contrast what is tested: the distance from the margin to the better side, above 0 inside the margin
 * @param standardError of {@code contrast}, above 0
 * @param statistic z = contrast/standardError
 * @param p one-sided, above 0 and at most 1
 * @param bound the worst the data still allow: for an absolute margin the difference's one-sided limit on the harmful side; for a
 *     relative one that of mean_t − (1 ∓ share)·mean_c
 * @param nonInferior whether p < alpha, which is whether the bound lies inside the margin
 */
public record NonInferiority(
        double difference,
        double contrast,
        double standardError,
        double statistic,
        double p,
        double bound,
        boolean nonInferior) {}
