package io.touchstone.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was given behind the name of a benchmark: {@code --name value}, each with a default. */
public final class Options {

    /**
     * One option.
     *
     * @param name without dashes
     * @param fallback value where it is not given
     * @param meaning one line for people
     */
    public record Option(String name, String fallback, String meaning) {}

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException for an unknown option or one without a value; the message lists the options
     */
    public Options(List<Option> known, List<String> arguments) {
        known.forEach(option -> values.put(option.name(), option.fallback()));
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!arguments.get(i).startsWith("--") || !values.containsKey(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "option: " + arguments.get(i) + " (expected: --name value, of" + list(known) + ")");
            }
            values.put(name, arguments.get(i + 1));
        }
    }

    private static String list(List<Option> known) {
        StringBuilder text = new StringBuilder();
        for (Option option : known) {
            text.append("\n  --")
                    .append(option.name())
                    .append(' ')
                    .append(option.fallback().isEmpty() ? "none" : option.fallback())
                    .append("   ")
                    .append(option.meaning());
        }
        return text.toString();
    }

    /** The value as text; empty where there is none. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("option: " + name + " (expected: one of " + values.keySet() + ")");
        }
        return value;
    }

    /** The value as a whole number, 0 or more. */
    public int number(String name) {
        try {
            int value = Integer.parseInt(text(name).replace("_", ""));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("--" + name + ": " + text(name) + " (expected: a whole number, 0 or more)");
    }
}
