package io.touchstone.statistics.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a control and its treatments.
 *
 * @param control weight of the control, above 0, relative to the total
 * @param treatments weights of the treatments, each above 0; at least one
 */
public record Allocation(double control, List<Double> treatments) {

    /** Keeps a copy. */
    public Allocation {
        UnitVariances.requirePositive("control", control);
        treatments = List.copyOf(treatments);
        if (treatments.isEmpty()) {
            throw new IllegalArgumentException("treatments: 0 of them (expected: 1 or more)");
        }
        treatments.forEach(weight -> UnitVariances.requirePositive("treatment", weight));
    }

    /** All arms alike. */
    public static Allocation even(int treatments) {
        return ofTreatments(1, treatments);
    }

    /** The control with √treatments times a treatment's weight: the least total where all are held against it (Dunnett 1955). */
    public static Allocation leastTotal(int treatments) {
        return ofTreatments(Math.sqrt(treatments), treatments);
    }

    private static Allocation ofTreatments(double control, int treatments) {
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < treatments; i++) {
            weights.add(1.0);
        }
        return new Allocation(control, weights);
    }

    /** k of a treatment: its units for each unit of control. */
    public double treatmentPerControl(int treatment) {
        return treatments.get(treatment) / control;
    }

    /** The sum of the weights. */
    public double total() {
        double sum = control;
        for (double weight : treatments) {
            sum += weight;
        }
        return sum;
    }

    /** Share of the control in all units. */
    public double controlShare() {
        return control / total();
    }
}
