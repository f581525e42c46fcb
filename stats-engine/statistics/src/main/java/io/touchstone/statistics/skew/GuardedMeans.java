package io.touchstone.statistics.skew;

import io.touchstone.statistics.Comparison;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcome of a {@link GuardedMeansTest}.
 *
 * @param comparison the difference, and its test or why there is none
 * @param method that gave the test
 * @param kappa skewness of the standardised difference by each arm's own moments, to be shown; absent where it cannot be computed
 * @param pooledKappa the same for arms of one shape, which chose the method and corrects; absent with {@code kappa}
 * @param welchTails what plain Welch is expected to hold in its tails by {@code pooledKappa}; absent with it
 */
public record GuardedMeans(
        Comparison comparison,
        MeansMethod method,
        OptionalDouble kappa,
        OptionalDouble pooledKappa,
        Optional<PredictedTails> welchTails) {}
