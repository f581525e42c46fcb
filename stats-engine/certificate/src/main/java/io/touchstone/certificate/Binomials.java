package io.touchstone.certificate;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Binomial numbers by inversion of tables that are kept: a regime draws the same few distributions thousands of times, and one
 * unit after another would take most of its time.
 */
final class Binomials {
    private final Map<Key, double[]> tables = new ConcurrentHashMap<>();

    private record Key(int units, double probability) {}

    /** How many of the units have an event that each has with the given probability, 0 to 1. */
    int draw(SplittableRandom random, double probability, int units) {
        double[] cumulative = tables.computeIfAbsent(new Key(units, probability), Binomials::cumulative);
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        return found >= 0 ? found + 1 : Math.min(units, -found - 1);
    }

    /** P(at most k), from the mode outwards: the recurrence neither overflows nor dies there. */
    private static double[] cumulative(Key key) {
        int n = key.units();
        double p = key.probability();
        double[] mass = new double[n + 1];
        if (p <= 0 || p >= 1) {
            mass[p <= 0 ? 0 : n] = 1;
        } else {
            int mode = (int) Math.min(n, Math.floor((n + 1) * p));
            mass[mode] = 1;
            for (int k = mode; k < n; k++) {
                mass[k + 1] = mass[k] * (n - k) / (k + 1.0) * p / (1 - p);
            }
            for (int k = mode; k > 0; k--) {
                mass[k - 1] = mass[k] * k / (n - k + 1.0) * (1 - p) / p;
            }
        }
        double total = Arrays.stream(mass).sum();
        Arrays.parallelPrefix(mass, Double::sum);
        return Arrays.stream(mass).map(sum -> sum / total).toArray();
    }
}
