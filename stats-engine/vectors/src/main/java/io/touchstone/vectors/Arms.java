package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/** What the files' arms look like to the library. */
final class Arms {
    private Arms() {}

    /** {@code n_a}, {@code mean_a}, {@code variance_a} of an arm; null means nothing where there are too few units for it. */
    static Moments moments(JsonNode node, String arm) {
        return moments(node, "n_" + arm, "mean_" + arm, "variance_" + arm);
    }

    private static Moments moments(JsonNode node, String count, String mean, String variance) {
        long n = Field.whole(node, count);
        if (n == 0) {
            return Moments.NONE;
        }
        return Moments.ofVariance(n, Field.number(node, mean), n == 1 ? 0 : Field.number(node, variance));
    }

    /** {@code n}, {@code mean}, {@code variance} of a single sample. */
    static Moments moments(JsonNode node) {
        return moments(node, "n", "mean", "variance");
    }

    /** Both arms' means, where both have a variance. */
    static Result<PairEstimate> pair(Moments control, Moments treatment) {
        if (control.n() < 2 || treatment.n() < 2) {
            return new NotEstimable<>(
                    control.n() == 0 || treatment.n() == 0 ? Reason.EMPTY_ARM : Reason.TOO_FEW_UNITS,
                    "Units: " + control.n() + " and " + treatment.n() + ".");
        }
        return new Estimated<>(PairEstimate.independent(control.estimate(), treatment.estimate()));
    }
}
