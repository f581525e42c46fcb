package io.touchstone.pipeline.oracle;

/** Scalars as JSON text and as SQL; just what event sets contain. */
final class Json {

    private Json() {}

    /** JSON form of a text without control characters, a number or a truth value; whole numbers without a point. */
    static String of(Object value) {
        return switch (value) {
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 0x1p53 -> Long.toString(number.longValue());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default ->
                throw new IllegalArgumentException(
                        "value: " + value.getClass() + " (expected: String, Number or Boolean)");
        };
    }

    /** Column of the tables {@code property} and {@code attribute} that holds values of this type. */
    static String column(Object value) {
        return switch (value) {
            case String _ -> "p.text";
            case Number _ -> "p.number";
            default -> "p.truth";
        };
    }

    /** SQL literal of a scalar. */
    static String literal(Object value) {
        return value instanceof String text ? '\'' + text.replace("'", "''") + '\'' : value.toString();
    }
}
