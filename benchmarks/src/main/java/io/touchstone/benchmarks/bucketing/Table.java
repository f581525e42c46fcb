package io.touchstone.benchmarks.bucketing;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.statistics.ChiSquare;

/**
 * A chi-square statistic of counts.
 *
 * @param statistic Pearson's
 * @param degreesOfFreedom 1 or more
 */
record Table(double statistic, int degreesOfFreedom) {

    /** Of buckets in that many cells of equal width, which the hash should fill alike. */
    static Table uniform(int[] buckets, int cells) {
        long[] counts = new long[cells];
        int width = Bucketing.BUCKETS / cells;
        for (int bucket : buckets) {
            counts[bucket / width]++;
        }
        double expected = (double) buckets.length / cells;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return new Table(sum, cells - 1);
    }

    /** Of the buckets of the same ids under two salts, in a square of {@code cells} rows and columns: are they independent? */
    static Table independent(int[] left, int[] right, int cells) {
        long[] counts = new long[cells * cells];
        int width = Bucketing.BUCKETS / cells;
        for (int i = 0; i < left.length; i++) {
            counts[left[i] / width * cells + right[i] / width]++;
        }
        long[] rows = new long[cells];
        long[] columns = new long[cells];
        for (int i = 0; i < counts.length; i++) {
            rows[i / cells] += counts[i];
            columns[i % cells] += counts[i];
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = (double) rows[i / cells] * columns[i % cells] / left.length;
            sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return new Table(sum, (cells - 1) * (cells - 1));
    }

    /** How often chance gives as much or more. */
    double p() {
        return ChiSquare.p(statistic, degreesOfFreedom);
    }
}
