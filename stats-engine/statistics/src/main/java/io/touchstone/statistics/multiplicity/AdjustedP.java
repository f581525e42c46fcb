package io.touchstone.statistics.multiplicity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Adjusted p-values: a hypothesis is rejected when its adjusted p is at most alpha. See {@code docs/statistics/multiplicity.md}. */
public final class AdjustedP {

    private AdjustedP() {}

    /**
     * Adjusts one family.
     *
     * @param pValues 0 to 1; an absent one (nothing could be tested) stays absent and does not count
     * @return in the same order
     */
    public static List<OptionalDouble> adjust(Correction correction, List<OptionalDouble> pValues) {
        List<Integer> order = ranked(pValues);
        double[] adjusted = new double[pValues.size()];
        switch (correction) {
            case BONFERRONI -> order.forEach(i -> adjusted[i] = Math.min(1, order.size() * p(pValues, i)));
            case HOLM -> stepDown(pValues, order, adjusted);
            case BENJAMINI_HOCHBERG -> stepUp(pValues, order, adjusted, 1);
            case BENJAMINI_YEKUTIELI -> stepUp(pValues, order, adjusted, harmonic(order.size()));
        }
        return inOrder(pValues, adjusted);
    }

    /**
     * Bonferroni with weights, min(1, p/w).
     *
     * @param weights above 0, at most 1 in all, fixed before the data; that of an absent p is not passed on
     */
    public static List<OptionalDouble> weightedBonferroni(List<OptionalDouble> pValues, List<Double> weights) {
        if (weights.size() != pValues.size()) {
            throw new IllegalArgumentException("weights: " + weights.size() + " (expected: " + pValues.size() + ")");
        }
        double total = 0;
        for (double weight : weights) {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("weight: " + weight + " (expected: above 0, at most 1)");
            }
            total += weight;
        }
        if (total > 1 + 1e-9) {
            throw new IllegalArgumentException("weights: " + total + " in all (expected: at most 1)");
        }
        double[] adjusted = new double[pValues.size()];
        ranked(pValues).forEach(i -> adjusted[i] = Math.min(1, p(pValues, i) / weights.get(i)));
        return inOrder(pValues, adjusted);
    }

    private static void stepDown(List<OptionalDouble> pValues, List<Integer> order, double[] adjusted) {
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int i = order.get(rank);
            largest = Math.max(largest, Math.min(1, (order.size() - rank) * p(pValues, i)));
            adjusted[i] = largest;
        }
    }

    private static void stepUp(List<OptionalDouble> pValues, List<Integer> order, double[] adjusted, double factor) {
        double smallest = 1;
        for (int rank = order.size(); rank >= 1; rank--) {
            int i = order.get(rank - 1);
            smallest = Math.min(smallest, factor * order.size() / rank * p(pValues, i));
            adjusted[i] = smallest;
        }
    }

    private static double harmonic(int size) {
        double sum = 0;
        for (int i = size; i >= 1; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }

    private static List<Integer> ranked(List<OptionalDouble> pValues) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            OptionalDouble p = pValues.get(i);
            if (p.isEmpty()) {
                continue;
            }
            if (!(p.getAsDouble() >= 0 && p.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("p: " + p.getAsDouble() + " (expected: 0 to 1)");
            }
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> p(pValues, i)));
        return order;
    }

    private static double p(List<OptionalDouble> pValues, int i) {
        return pValues.get(i).getAsDouble();
    }

    private static List<OptionalDouble> inOrder(List<OptionalDouble> pValues, double[] adjusted) {
        List<OptionalDouble> result = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            result.add(pValues.get(i).isPresent() ? OptionalDouble.of(adjusted[i]) : OptionalDouble.empty());
        }
        return result;
    }
}
