package io.touchstone.statistics.sequential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who holds how much alpha, and to whom it passes when a hypothesis is rejected: Bretz, Maurer, Brannath and Posch 2009, and for
 * repeated looks Maurer and Bretz 2013.
 *
 * @param weights share of alpha of each hypothesis, 0 or more, at most 1 in all
 * @param transitions share of the weight of hypothesis i that goes to j, rows at most 1 in all, 0 on the diagonal
 * @param rejected hypotheses already rejected
 */
public record AlphaGraph(List<Double> weights, List<List<Double>> transitions, List<Boolean> rejected) {

    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException for shares outside these ranges or lists of different length */
    public AlphaGraph {
        weights = List.copyOf(weights);
        transitions = transitions.stream().map(List::copyOf).toList();
        rejected = List.copyOf(rejected);
        int size = weights.size();
        if (transitions.size() != size || rejected.size() != size) {
            throw new IllegalArgumentException("transitions: " + transitions.size() + " rows (expected: " + size + ")");
        }
        shares("weights", weights);
        for (int i = 0; i < size; i++) {
            List<Double> row = transitions.get(i);
            if (row.size() != size || Math.abs(row.get(i)) > 0) {
                throw new IllegalArgumentException(
                        "transitions: " + row + " (expected: " + size + " shares, 0 on the diagonal)");
            }
            shares("transitions", row);
        }
    }

    /** With nothing rejected yet. */
    public AlphaGraph(List<Double> weights, List<List<Double>> transitions) {
        this(weights, transitions, Collections.nCopies(weights.size(), false));
    }

    /** Holm's procedure: equal weights, passed on in equal parts. */
    public static AlphaGraph holm(int hypotheses) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < hypotheses; i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(hypotheses, 1.0 / Math.max(1, hypotheses - 1)));
            row.set(i, 0.0);
            rows.add(row);
        }
        return new AlphaGraph(Collections.nCopies(hypotheses, 1.0 / hypotheses), rows);
    }

    /** The graph after hypothesis {@code j} is rejected: Bretz et al. 2009, algorithm 1. */
    public AlphaGraph afterRejecting(int j) {
        if (j < 0 || j >= weights.size() || rejected.get(j)) {
            throw new IllegalArgumentException("j: " + j + " (expected: a hypothesis not yet rejected)");
        }
        int size = weights.size();
        List<Double> newWeights = new ArrayList<>();
        List<List<Double>> rows = new ArrayList<>();
        List<Boolean> done = new ArrayList<>(rejected);
        done.set(j, true);
        for (int l = 0; l < size; l++) {
            newWeights.add(done.get(l) ? 0.0 : Math.min(1, weights.get(l) + weights.get(j) * share(j, l)));
            List<Double> row = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                row.add(l == k || done.get(l) || done.get(k) ? 0.0 : rerouted(j, l, k));
            }
            rows.add(row);
        }
        return new AlphaGraph(newWeights, rows, done);
    }

    private double rerouted(int j, int l, int k) {
        double loop = share(l, j) * share(j, l);
        return loop < 1 ? Math.min(1, (share(l, k) + share(l, j) * share(j, k)) / (1 - loop)) : 0;
    }

    private double share(int from, int to) {
        return transitions.get(from).get(to);
    }

    private static void shares(String name, List<Double> values) {
        double total = 0;
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to 1)");
            }
            total += value;
        }
        if (total > 1 + ROUNDING) {
            throw new IllegalArgumentException(name + ": " + total + " in all (expected: at most 1)");
        }
    }
}
