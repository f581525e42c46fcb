package io.touchstone.statistics.cap;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How a cap is chosen: before the data, or from values that no arm's outcome has touched. */
public sealed interface CapRule {

    /** The cap for these values of all arms together; {@link Cap#NONE} where it would erase the metric. */
    Cap resolve(double[] pooled);

    /**
     * A number.
     *
     * @param cap in the metric's unit
     */
    record Fixed(Cap cap) implements CapRule {
        @Override
        public Cap resolve(double[] pooled) {
            return cap;
        }
    }

    /**
     * Percentiles of the pooled values, type 7 of Hyndman and Fan 1996 (linear interpolation).
     *
     * @param lower share below the lower limit, 0 to 1; absent for none
     * @param upper share up to the upper limit, 0 to 1; absent for none
     * @param over which values the percentiles are taken over; the limits then hold for all
     */
    record Percentile(OptionalDouble lower, OptionalDouble upper, Over over) implements CapRule {

        /** @throws IllegalArgumentException for shares outside [0, 1] or in the wrong order */
        public Percentile {
            double low = lower.orElse(0);
            double high = upper.orElse(1);
            if (!(low >= 0 && low <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "percentiles: " + low + ".." + high + " (expected: within 0..1, the lower one first)");
            }
        }

        @Override
        public Cap resolve(double[] pooled) {
            double[] sorted = Arrays.stream(pooled)
                    .filter(value -> over == Over.ALL_VALUES || value != 0)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return Cap.NONE;
            }
            double minimum = Arrays.stream(pooled).min().orElseThrow();
            OptionalDouble high = at(sorted, upper);
            if (high.isPresent() && high.getAsDouble() <= minimum) {
                return Cap.NONE;
            }
            return new Cap(at(sorted, lower), high);
        }

        private static OptionalDouble at(double[] sorted, OptionalDouble share) {
            return share.isPresent() ? OptionalDouble.of(quantile(sorted, share.getAsDouble())) : share;
        }

        private static double quantile(double[] sorted, double share) {
            double position = share * (sorted.length - 1);
            int below = (int) Math.floor(position);
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        }
    }

    /** The values a percentile is taken over. */
    enum Over {
        /** All. */
        ALL_VALUES,
        /** All but 0: where most units have none, a percentile over all would be 0. Never for a ratio's denominator. */
        NON_ZERO_VALUES
    }
}
