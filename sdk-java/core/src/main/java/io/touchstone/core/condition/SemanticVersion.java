package io.touchstone.core.condition;

/**
 * Versions as of semver.org 2.0.0, sections 2, 9, 10 and 11, compared in place: nothing is allocated, numbers may have any
 * length. Beyond the standard, minor and patch may be left out and are then 0: {@code 2.10} is {@code 2.10.0}.
 */
final class SemanticVersion {
    private static final int CORE_NUMBERS = 3;

    private SemanticVersion() {}

    /** Whether the text is a version. */
    static boolean isValid(String text) {
        int at = endOfCore(text);
        if (at > 0 && at < text.length() && text.charAt(at) == '-') {
            at = endOfIdentifiers(text, at + 1, true);
        }
        if (at > 0 && at < text.length() && text.charAt(at) == '+') {
            at = endOfIdentifiers(text, at + 1, false);
        }
        return at == text.length();
    }

    /** Negative, zero or positive, as the first has lower, equal or higher precedence. Both are valid. */
    static int compare(String left, String right) {
        int l = 0;
        int r = 0;
        for (int i = 0; i < CORE_NUMBERS; i++) {
            int lEnd = endOfDigits(left, l);
            int rEnd = endOfDigits(right, r);
            int order = compareNumbers(left, l, lEnd, right, r, rEnd);
            if (order != 0) {
                return order;
            }
            l = nextNumber(left, lEnd);
            r = nextNumber(right, rEnd);
        }
        return comparePreRelease(left, l, right, r);
    }

    /** Behind {@code major[.minor[.patch]]}; −1 if that does not stand at the beginning. */
    private static int endOfCore(String text) {
        int at = 0;
        for (int i = 0; i < CORE_NUMBERS; i++) {
            int end = endOfDigits(text, at);
            if (end == at || hasLeadingZero(text, at, end)) {
                return -1;
            }
            boolean more = i + 1 < CORE_NUMBERS && end < text.length() && text.charAt(end) == '.';
            if (!more) {
                return end;
            }
            at = end + 1;
        }
        throw new AssertionError(text); // the last number has none behind it
    }

    /** Behind identifiers with dots between; −1 if one is empty, or where {@code precedence} a number with a leading zero. */
    private static int endOfIdentifiers(String text, int from, boolean precedence) {
        for (int start = from; ; ) {
            int end = endOfIdentifier(text, start);
            boolean number = end == endOfDigits(text, start);
            if (end == start || (precedence && number && hasLeadingZero(text, start, end))) {
                return -1;
            }
            if (end == text.length() || text.charAt(end) != '.') {
                return end;
            }
            start = end + 1;
        }
    }

    /** Where the next number of the core begins; where the core ends, if there is none. */
    private static int nextNumber(String text, int end) {
        return end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }

    /** Section 11.3 and 11.4: none is above any; identifier by identifier; of equal beginnings the longer is above. */
    private static int comparePreRelease(String left, int leftFrom, String right, int rightFrom) {
        boolean leftHas = leftFrom < left.length() && left.charAt(leftFrom) == '-';
        boolean rightHas = rightFrom < right.length() && right.charAt(rightFrom) == '-';
        if (!leftHas || !rightHas) {
            return Boolean.compare(rightHas, leftHas);
        }
        int l = leftFrom;
        int r = rightFrom;
        while (true) {
            int lEnd = endOfIdentifier(left, l + 1);
            int rEnd = endOfIdentifier(right, r + 1);
            int order = compareIdentifiers(left, l + 1, lEnd, right, r + 1, rEnd);
            if (order != 0) {
                return order;
            }
            l = lEnd;
            r = rEnd;
            boolean leftMore = l < left.length() && left.charAt(l) == '.';
            boolean rightMore = r < right.length() && right.charAt(r) == '.';
            if (!leftMore || !rightMore) {
                return Boolean.compare(leftMore, rightMore);
            }
        }
    }

    /** Numbers by value and below words; words by ASCII. */
    private static int compareIdentifiers(String left, int l, int lEnd, String right, int r, int rEnd) {
        boolean leftNumber = endOfDigits(left, l) == lEnd;
        boolean rightNumber = endOfDigits(right, r) == rEnd;
        if (leftNumber != rightNumber) {
            return leftNumber ? -1 : 1;
        }
        return leftNumber ? compareNumbers(left, l, lEnd, right, r, rEnd) : compareText(left, l, lEnd, right, r, rEnd);
    }

    /** Without leading zeros the longer is larger. An empty one, a number left out, is 0. */
    private static int compareNumbers(String left, int l, int lEnd, String right, int r, int rEnd) {
        if (l == lEnd || r == rEnd) {
            return Boolean.compare(isPositive(left, l, lEnd), isPositive(right, r, rEnd));
        }
        return lEnd - l != rEnd - r ? Integer.compare(lEnd - l, rEnd - r) : compareText(left, l, lEnd, right, r, rEnd);
    }

    private static boolean isPositive(String text, int from, int end) {
        return from < end && text.charAt(from) != '0';
    }

    private static int compareText(String left, int l, int lEnd, String right, int r, int rEnd) {
        int common = Math.min(lEnd - l, rEnd - r);
        for (int i = 0; i < common; i++) {
            int order = Character.compare(left.charAt(l + i), right.charAt(r + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lEnd - l, rEnd - r);
    }

    private static boolean hasLeadingZero(String text, int from, int end) {
        return end - from > 1 && text.charAt(from) == '0';
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfIdentifier(String text, int from) {
        int at = from;
        while (at < text.length() && isIdentifier(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isIdentifier(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
