package io.touchstone.statistics.cap;

import java.util.OptionalDouble;

/**
 * Limits that values are moved to, not dropped at: dropping after randomisation biases, capping in both arms alike does not.
 *
 * @param lower values below become this; absent for no lower limit
 * @param upper values above become this; absent for no upper limit
 */
public record Cap(OptionalDouble lower, OptionalDouble upper) {

    /** No limit. */
    public static final Cap NONE = new Cap(OptionalDouble.empty(), OptionalDouble.empty());

    /** @throws IllegalArgumentException for limits that are not finite or in the wrong order */
    public Cap {
        lower.ifPresent(value -> requireFinite("lower", value));
        upper.ifPresent(value -> requireFinite("upper", value));
        if (lower.isPresent() && upper.isPresent() && lower.getAsDouble() > upper.getAsDouble()) {
            throw new IllegalArgumentException(
                    "lower: " + lower.getAsDouble() + " (expected: at most " + upper.getAsDouble() + ")");
        }
    }

    /** An upper limit only. */
    public static Cap at(double upper) {
        return new Cap(OptionalDouble.empty(), OptionalDouble.of(upper));
    }

    /** The value inside the limits. */
    public double apply(double value) {
        double raised = lower.isPresent() ? Math.max(value, lower.getAsDouble()) : value;
        return upper.isPresent() ? Math.min(raised, upper.getAsDouble()) : raised;
    }

    /** Whether the limits move this value. */
    public boolean moves(double value) {
        return lower.isPresent() && value < lower.getAsDouble() || upper.isPresent() && value > upper.getAsDouble();
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite)");
        }
    }
}
