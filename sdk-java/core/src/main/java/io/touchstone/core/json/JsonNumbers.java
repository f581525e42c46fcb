package io.touchstone.core.json;

import com.fasterxml.jackson.core.io.NumberOutput;

/** The text form of numbers: the shortest that reads back to the same double, laid out as ECMAScript does (RFC 8785, 3.2.2.3). */
public final class JsonNumbers {
    private JsonNumbers() {}

    /** {@code 1}, {@code 0.1}, {@code 1e-7}, {@code 1e+21}. Zero has no sign. The value is finite. */
    public static String text(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + text(-value);
        }
        String shortest = shortest(value);
        int exponentAt = shortest.indexOf('E');
        String mantissa = exponentAt < 0 ? shortest : shortest.substring(0, exponentAt);
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(shortest.substring(exponentAt + 1));
        int point = mantissa.indexOf('.');
        String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
        String digits = strip(all);
        return layOut(digits, point + exponent - leadingZeros(all));
    }

    /** In Java's layout. Double.toString is not the shortest before JDK 19; jackson's Schubfach is on every JDK. */
    private static String shortest(double value) {
        if (value < 1e-322) {
            // Both give two digits at least; the smallest subnormals need only one.
            for (String candidate : new String[] {"5.0E-324", "1.0E-323"}) {
                if (Double.parseDouble(candidate) == value) {
                    return candidate;
                }
            }
        }
        return NumberOutput.toString(value, true);
    }

    private static int leadingZeros(String digits) {
        int zeros = 0;
        while (digits.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private static String strip(String digits) {
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(leadingZeros(digits), end);
    }

    /** The value is 0.digits × 10^point. */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return count == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }
}
