package io.touchstone.model.catalog;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.util.List;

/**
 * An attribute results are sliced by.
 *
 * @param key attribute name
 * @param values 1 to 20 values that get a slice of their own; the rest share {@code other}
 */
public record Dimension(String key, List<String> values) {

    /** Slice value of units with a value that is not listed. */
    public static final String OTHER = "other";

    /** Slice value of units without a value. */
    public static final String MISSING = "missing";

    /** Most values of one dimension. */
    public static final int MAX_VALUES = 20;

    /** Copies the values. */
    public Dimension {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw InvalidInputException.of(
                    FaultCode.NUMBER_RANGE, "values", values.size() + " of " + key, "1 to " + MAX_VALUES);
        }
    }
}
