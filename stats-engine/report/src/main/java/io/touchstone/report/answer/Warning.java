package io.touchstone.report.answer;

import java.util.Map;
import java.util.Set;

/**
 * What a reader has to know before believing a number.
 *
 * @param code stable, lower snake case; {@code docs/formats/report.md} lists them
 * @param detail one sentence for people
 * @param numbers what it rests on, by name; may be empty
 */
public record Warning(String code, String detail, Map<String, Double> numbers) {

    /** The values are too skewed for plain Welch; {@code kappa}. */
    public static final String SKEWED_MEANS = "skewed_means";
    /** Fewer than ten units with, or without, the event in an arm. */
    public static final String SMALL_COUNTS = "small_counts";
    /** The control mean is negative: the sign of the lift is opposite to the direction of the change. */
    public static final String CONTROL_MEAN_NEGATIVE = "control_mean_negative";
    /** Each arm is constant, and the arms differ: mostly a fault of the data. */
    public static final String CONSTANT_ARMS = "constant_arms";
    /** Units did not fall into the arms as the weights say. */
    public static final String SAMPLE_RATIO_MISMATCH = "sample_ratio_mismatch";
    /** Units were seen in an arm whose weight is 0. */
    public static final String UNEXPECTED_UNITS = "unexpected_units";

    /** A number: how unlikely. */
    public static final String P = "p";
    /** A number: how many units. */
    public static final String UNITS = "units";
    /** A number: how skewed. */
    public static final String KAPPA = "kappa";

    private static final Set<String> NAMES = Set.of(P, UNITS, KAPPA);

    /** Keeps a copy. */
    public Warning {
        numbers = Map.copyOf(numbers);
        if (!NAMES.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("numbers: " + numbers.keySet() + " (expected: of " + NAMES + ")");
        }
    }

    static Warning of(String code, String detail) {
        return new Warning(code, detail, Map.of());
    }
}
