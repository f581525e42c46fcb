package io.touchstone.statistics.sequential;

/**
 * First harmful events of the units that were exposed while the weights stood still, whenever the events fell. By the day of the
 * event instead, units of a wider ramp would go on having events in a narrower one, more of them in the treatment than its
 * weights say: 20 % of harmless treatments would be killed at 1 % where a ramp narrows from 20 to 2 %.
 *
 * @param treatmentWeight above 0, relative to the control's
 * @param controlWeight above 0
 * @param treatmentEvents units of the treatment exposed in this epoch that have had a harmful event by now, 0 or more
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
