package io.touchstone.pipeline.unit;

import java.util.Arrays;

/**
 * A unit's qualifying outcomes of one metric by event day: number and exact sum; days ascending. A small growing table, not
 * thread-safe.
 */
final class DaySeries {

    private int size;
    private int[] days = new int[4];
    private long[] counts = new long[4];
    private double[] sums = new double[4];
    private double[] lows = new double[4];

    /** Adds outcomes; the sum is kept to about 106 bits, so that the order of arrival leaves no trace. */
    void add(int day, long count, double sum, double low) {
        int at = Arrays.binarySearch(days, 0, size, day);
        if (at < 0) {
            at = -at - 1;
            insert(at, day);
        }
        counts[at] += count;
        double total = sums[at] + sum;
        double virtual = total - sums[at];
        double error = (sums[at] - (total - virtual)) + (sum - virtual);
        double rest = lows[at] + low + error;
        sums[at] = total + rest;
        lows[at] = rest - (sums[at] - total);
    }

    /** The days from {@code first} to {@code last}, both included. */
    DaySeries between(int first, int last) {
        DaySeries part = new DaySeries();
        for (int i = 0; i < size; i++) {
            if (days[i] >= first && days[i] <= last) {
                part.add(days[i], counts[i], sums[i], lows[i]);
            }
        }
        return part;
    }

    int size() {
        return size;
    }

    int day(int i) {
        return days[i];
    }

    long count(int i) {
        return counts[i];
    }

    double sum(int i) {
        return sums[i];
    }

    double low(int i) {
        return lows[i];
    }

    private void insert(int at, int day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            sums = Arrays.copyOf(sums, size * 2);
            lows = Arrays.copyOf(lows, size * 2);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        System.arraycopy(sums, at, sums, at + 1, size - at);
        System.arraycopy(lows, at, lows, at + 1, size - at);
        days[at] = day;
        counts[at] = 0;
        sums[at] = 0;
        lows[at] = 0;
        size++;
    }
}
