package io.touchstone.vectors;

import io.touchstone.statistics.Moments;

/** What the files' arms look like to the library. */
final class Arms {
    private Arms() {}

    /** {@code n_a}, {@code mean_a}, {@code variance_a} of an arm. */
    static Moments moments(VectorCase vector, String arm) {
        return Moments.ofVariance(
                vector.count("n_" + arm), vector.input("mean_" + arm), vector.input("variance_" + arm));
    }
}
