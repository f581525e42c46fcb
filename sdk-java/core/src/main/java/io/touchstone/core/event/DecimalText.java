package io.touchstone.core.event;

/** Numbers written as text, in JSON's grammar: no sign of plus, no hexadecimals, no NaN, no spaces. */
final class DecimalText {
    private DecimalText() {}

    static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int afterWhole = digits(text, at);
        if (afterWhole == at || (text.charAt(at) == '0' && afterWhole > at + 1)) {
            return false;
        }
        at = afterWhole;
        if (at < text.length() && text.charAt(at) == '.') {
            int afterFraction = digits(text, at + 1);
            if (afterFraction == at + 1) {
                return false;
            }
            at = afterFraction;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int from) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int end = digits(text, at);
        return end > at && end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
