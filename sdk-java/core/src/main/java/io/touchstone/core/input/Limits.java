package io.touchstone.core.input;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The limits of texts, keys and lists that every document and event obeys. Each check returns what it was given. */
public final class Limits {
    /** Bytes of a key: flags, experiments, variants, attributes, event names, unit types. */
    public static final int KEY_BYTES = 128;
    /** Bytes of a unit's or an event's id. */
    public static final int ID_BYTES = 256;

    private Limits() {}

    /**
     * A key: 1 to {@value #KEY_BYTES} bytes of UTF-8 without control characters.
     *
     * @throws InvalidInputException {@code key_invalid}, {@code text_surrogate}
     */
    public static String key(String name, String value) {
        text(name, value, KEY_BYTES, FaultCode.KEY_INVALID);
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw InvalidInputException.of(FaultCode.KEY_INVALID, name, value, "no control characters");
            }
        }
        return value;
    }

    /**
     * The opaque id of a unit or an event: 1 to {@value #ID_BYTES} bytes of UTF-8.
     *
     * @throws InvalidInputException {@code id_invalid}, {@code text_surrogate}
     */
    public static String id(String name, String value) {
        return text(name, value, ID_BYTES, FaultCode.ID_INVALID);
    }

    /**
     * A text of 1 to {@code maxBytes} bytes of UTF-8.
     *
     * @throws InvalidInputException {@code code}, {@code text_surrogate}
     */
    public static String text(String name, String value, int maxBytes, FaultCode code) {
        int bytes = utf8Length(name, value);
        if (bytes == 0 || bytes > maxBytes) {
            throw InvalidInputException.of(
                    code, name, bytes == 0 ? "empty" : bytes + " bytes", "1 to " + maxBytes + " bytes of UTF-8");
        }
        return value;
    }

    /**
     * Bytes of the text in UTF-8.
     *
     * @throws InvalidInputException {@code text_surrogate} if a surrogate stands alone
     */
    public static int utf8Length(String name, String value) {
        int bytes = Utf8.length(value);
        if (bytes < 0) {
            throw new InvalidInputException(
                    FaultCode.TEXT_SURROGATE.code(), name + ": lone surrogate (expected: text that UTF-8 can express)");
        }
        return bytes;
    }

    /**
     * An integer within bounds, both included.
     *
     * @throws InvalidInputException {@code number_range}
     */
    public static long range(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, name, value, min + " to " + max);
        }
        return value;
    }

    /**
     * Names are unique.
     *
     * @throws InvalidInputException {@code duplicate}
     */
    public static <T> List<T> unique(String name, List<T> list, Function<? super T, ?> key) {
        Set<Object> seen = new HashSet<>();
        for (T element : list) {
            if (!seen.add(key.apply(element))) {
                throw InvalidInputException.of(FaultCode.DUPLICATE, name, key.apply(element), "unique");
            }
        }
        return list;
    }
}
