package io.touchstone.statistics.sequential;

/**
 * First harmful events while the weights stood still.
 *
 * @param treatmentWeight above 0, relative to the control's
 * @param controlWeight above 0
 * @param treatmentEvents units of the treatment whose first harmful event fell in this epoch, 0 or more
 * @param controlEvents of the control
 */
public record HarmEpoch(double treatmentWeight, double controlWeight, long treatmentEvents, long controlEvents) {

    /** @throws IllegalArgumentException for numbers outside these ranges */
    public HarmEpoch {
        if (!(treatmentWeight > 0 && treatmentWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("treatmentWeight: " + treatmentWeight + " (expected: finite, above 0)");
        }
        if (!(controlWeight > 0 && controlWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("controlWeight: " + controlWeight + " (expected: finite, above 0)");
        }
        if (treatmentEvents < 0) {
            throw new IllegalArgumentException("treatmentEvents: " + treatmentEvents + " (expected: 0 or more)");
        }
        if (controlEvents < 0) {
            throw new IllegalArgumentException("controlEvents: " + controlEvents + " (expected: 0 or more)");
        }
    }
}
