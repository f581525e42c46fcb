package io.touchstone.console.problem;

import io.touchstone.core.input.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that every feature shares; each gives back what it was given or throws a {@link ProblemException}. */
public final class Require {
    /** Largest length of a key or name in characters. */
    public static final int KEY_CHARACTERS = 128;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,127}");

    private Require() {}

    /** A key of ours. */
    public static String key(String field, @Nullable String value) {
        String text = present(field, value);
        if (!isKey(text)) {
            throw ProblemException.of(
                    ProblemCode.KEY_INVALID, field, value, "1 to 128 of a-z 0-9 _ . -, first a letter or digit");
        }
        return text;
    }

    /** Whether the text may be a key: everything else cannot exist. */
    public static boolean isKey(String value) {
        return KEY.matcher(value).matches();
    }

    /** A required field. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.of(ProblemCode.FIELD_MISSING, field, null, "a value");
        }
        return value;
    }

    /** A name for people or of a product's own: 1 to 128 characters, no control characters, not blank. */
    public static String name(String field, @Nullable String value) {
        String text = present(field, value);
        boolean control = text.codePoints().anyMatch(Character::isISOControl);
        if (text.isBlank() || control || text.codePointCount(0, text.length()) > KEY_CHARACTERS) {
            throw ProblemException.of(
                    ProblemCode.VALUE_INVALID, field, text, "1 to 128 characters, not blank, no control characters");
        }
        return text;
    }

    /** A name, or what stands for none. */
    public static String nameOr(String field, @Nullable String value, String absent) {
        return value == null ? absent : name(field, value);
    }

    /** Names, each told by its place. */
    public static List<String> names(String field, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            name(field + "[" + i + "]", values.get(i));
        }
        return values;
    }

    /** A word of a closed set. */
    public static String oneOf(String field, @Nullable String value, List<String> words) {
        String text = present(field, value);
        if (!words.contains(text)) {
            throw ProblemException.of(ProblemCode.VALUE_UNKNOWN, field, text, String.join(" | ", words));
        }
        return text;
    }

    /** A number of elements within bounds, both included. */
    public static <T> List<T> size(String field, List<T> list, int least, int most) {
        if (list.size() < least || list.size() > most) {
            throw ProblemException.of(
                    ProblemCode.NUMBER_RANGE, field, list.size() + " elements", least + " to " + most);
        }
        return list;
    }

    /** A number of elements with no upper bound here. */
    public static <T> List<T> atLeast(String field, List<T> list, int least) {
        if (list.size() < least) {
            throw ProblemException.of(ProblemCode.NUMBER_RANGE, field, list.size() + " elements", "at least " + least);
        }
        return list;
    }

    /** Elements that differ in what {@code by} gives. */
    public static <T> List<T> distinct(ProblemCode code, String field, List<T> list, Function<? super T, ?> by) {
        Set<Object> seen = new HashSet<>();
        for (T element : list) {
            Object name = by.apply(element);
            if (!seen.add(name)) {
                throw ProblemException.of(code, field, name, "every name once");
            }
        }
        return list;
    }

    /** Runs a constructor of a model whose refusals already read {@code name: value (expected: rule)}. */
    public static <T> T valid(Supplier<T> constructor) {
        return valid("", constructor);
    }

    /** The same for a part of the body: refusals name where in it the part stands, {@code path} empty for the body itself. */
    public static <T> T valid(String path, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidInputException e) {
            InvalidInputException placed = path.isEmpty() ? e : e.within(path);
            throw ProblemException.refused(placed.code(), String.valueOf(placed.getMessage()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemCode.VALUE_INVALID, String.valueOf(e.getMessage()));
        }
    }
}
