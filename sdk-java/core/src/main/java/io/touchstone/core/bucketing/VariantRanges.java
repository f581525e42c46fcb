package io.touchstone.core.bucketing;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;

/**
 * The buckets of each variant: of weights w with total T, variant i owns {@code [floor(10^6 C(i-1)/T), floor(10^6 C(i)/T))}, C
 * cumulative in list order, in 64-bit integers. The ranges cover every bucket once. Immutable.
 */
public final class VariantRanges {
    /** The largest weight. */
    public static final int MAX_WEIGHT = 1_000_000;
    /** The most variants; keeps 10^6 C within 64 bits with room. */
    public static final int MAX_VARIANTS = 1_000;

    private final int[] ends;

    /**
     * @param weights 1 to {@value #MAX_VARIANTS} integers of 0 to {@value #MAX_WEIGHT}, their total above 0
     * @throws InvalidInputException {@code number_range}, {@code weights_zero}
     */
    public VariantRanges(int... weights) {
        Limits.range("variants", weights.length, 1, MAX_VARIANTS);
        long total = 0;
        for (int weight : weights) {
            total += Limits.range("weight", weight, 0, MAX_WEIGHT);
        }
        if (total == 0) {
            throw InvalidInputException.of(FaultCode.WEIGHTS_ZERO, "weights", "all 0", "at least one above 0");
        }
        this.ends = new int[weights.length];
        long cumulative = 0;
        for (int i = 0; i < weights.length; i++) {
            cumulative += weights[i];
            ends[i] = (int) (Bucketing.BUCKETS * cumulative / total);
        }
    }

    /** The index of the variant that owns the bucket; bucket 0 to 999,999. */
    public int indexOf(int bucket) {
        int index = 0;
        while (bucket >= ends[index]) {
            index++;
        }
        return index;
    }

    /** First bucket of the variant. */
    public int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** First bucket after the variant. */
    public int to(int index) {
        return ends[index];
    }

    /** How many variants. */
    public int size() {
        return ends.length;
    }
}
