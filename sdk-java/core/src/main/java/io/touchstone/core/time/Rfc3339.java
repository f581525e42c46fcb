package io.touchstone.core.time;

import java.time.Instant;

/**
 * RFC 3339 date-times (section 5.6) to and from epoch milliseconds. Years 0001 to 9999, in UTC too; {@code T} and {@code Z} in either
 * case or a numeric offset; a fraction of 1 to 9 digits, of which three count (the rest is cut off). A leap second
 * ({@code :60}) reads as the last millisecond before it. Reading does not allocate.
 */
public final class Rfc3339 {
    /** What {@link #parseMillis} answers for text that is no instant. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int MIN_LENGTH = "2026-11-22T08:00:00Z".length();
    private static final long DAY_MILLIS = 86_400_000L;
    /** 0001-01-01T00:00:00Z: an offset may lead out of the years that can be written. */
    private static final long MIN_MILLIS = -62_135_596_800_000L;
    /** 9999-12-31T23:59:59.999Z. */
    private static final long MAX_MILLIS = 253_402_300_799_999L;

    private Rfc3339() {}

    /** Epoch milliseconds, or {@link #INVALID}. */
    public static long parseMillis(CharSequence text) {
        if (text.length() < MIN_LENGTH || !hasSeparators(text)) {
            return INVALID;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            return INVALID;
        }
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return INVALID;
        }
        long time = ((hour * 60L + minute) * 60 + Math.min(second, 59)) * 1000;
        return withFraction(text, epochDay(year, month, day) * DAY_MILLIS + time, second == 60);
    }

    /** {@code 2026-11-22T08:00:00Z}, with three digits of milliseconds only when they are not zero. */
    public static String format(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    private static boolean hasSeparators(CharSequence text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static long withFraction(CharSequence text, long millis, boolean leapSecond) {
        int at = 19;
        int fraction = 0;
        if (text.charAt(at) == '.') {
            int scale = 100;
            int start = ++at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                fraction += (text.charAt(at++) - '0') * scale;
                scale /= 10;
            }
            if (at == start || at - start > 9) {
                return INVALID;
            }
        }
        long offset = offsetMillis(text, at);
        if (offset == INVALID) {
            return INVALID;
        }
        long instant = millis + (leapSecond ? 999 : fraction) - offset;
        return MIN_MILLIS <= instant && instant <= MAX_MILLIS ? instant : INVALID;
    }

    private static long offsetMillis(CharSequence text, int at) {
        int left = text.length() - at;
        char sign = left == 0 ? ' ' : text.charAt(at);
        if (left == 1) {
            return sign == 'Z' || sign == 'z' ? 0 : INVALID;
        }
        if (left != 6 || (sign != '+' && sign != '-') || text.charAt(at + 3) != ':') {
            return INVALID;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return INVALID;
        }
        long offset = (hours * 60L + minutes) * 60_000L;
        return sign == '-' ? -offset : offset;
    }

    private static int digits(CharSequence text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March. */
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = shifted / 400;
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }
}
