package io.touchstone.benchmarks.figure;

import java.util.Arrays;
import java.util.Locale;

/**
 * Repeated measurements of one thing.
 *
 * @param values at least one
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, never compared
public record Sample(double... values) {

    /** Copies and sorts. */
    public Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("sample: empty (expected: at least one measurement)");
        }
        values = values.clone();
        Arrays.sort(values);
    }

    /** Half of the measurements are below. */
    public double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Smallest and largest, {@code 48-55}. */
    public String spread() {
        return String.format(Locale.ROOT, "%.0f-%.0f", values[0], values[values.length - 1]);
    }
}
