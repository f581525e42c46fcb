package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the files strictly: what is not there cannot be put to the library, and what is there but no number is refused as the
 * library's users refuse it. A lenient reader turns null, "NaN" and 10.5 users into 0, 0 and 10.
 */
final class Field {
    private Field() {}

    /** @throws UnmappedException where the case has no such field */
    static JsonNode of(JsonNode parent, String name) {
        JsonNode node = parent.get(name);
        if (node == null) {
            throw new UnmappedException(name + ": not in the case");
        }
        return node;
    }

    /** @throws IllegalArgumentException for anything but a number */
    static double number(JsonNode parent, String name) {
        return number(of(parent, name));
    }

    static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("value: " + node + " (expected: a number)");
        }
        return node.doubleValue();
    }

    /** @throws IllegalArgumentException for anything but a whole number that a long holds */
    static long whole(JsonNode parent, String name) {
        return whole(of(parent, name));
    }

    static long whole(JsonNode node) {
        double value = number(node);
        if (value != Math.rint(value) || Math.abs(value) >= Long.MAX_VALUE) {
            throw new IllegalArgumentException("count: " + node + " (expected: a whole number)");
        }
        return node.longValue();
    }

    static double[] numbers(JsonNode parent, String name) {
        return numbers(of(parent, name));
    }

    static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(array.get(i));
        }
        return values;
    }

    static long[] wholes(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(array.get(i));
        }
        return values;
    }

    /** Columns of one table. @throws IllegalArgumentException for columns of different lengths */
    static int rows(JsonNode parent, String... columns) {
        int rows = of(parent, columns[0]).size();
        for (String column : columns) {
            if (of(parent, column).size() != rows) {
                throw new IllegalArgumentException(column + ": "
                        + of(parent, column).size() + " (expected: " + rows + " values, as " + columns[0] + ")");
            }
        }
        return rows;
    }
}
