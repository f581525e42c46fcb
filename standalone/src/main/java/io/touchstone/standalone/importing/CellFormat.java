package io.touchstone.standalone.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How text in a cell is read. White space around it is ignored. */
final class CellFormat {

    /** Largest absolute value of an event. */
    static final double MAX_VALUE = 1e12;

    /** Earliest instant of an event. */
    static final Instant EARLIEST = Instant.EPOCH;

    /** First instant that is too late for an event. */
    static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private CellFormat() {}

    /** A name as it is compared: white space, line breaks included, is one blank inside and nothing around. */
    static String label(String cell) {
        return WHITE_SPACE.matcher(cell.strip()).replaceAll(" ");
    }

    /** 1, true, yes; 0, false, no; in any case. */
    static Optional<Boolean> truth(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> Optional.of(true);
            case "0", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A truth that is written as a word. */
    static boolean isTruthWord(String cell) {
        return truth(cell).isPresent() && Character.isLetter(cell.strip().charAt(0));
    }

    /** A decimal number with a point, at most {@link #MAX_VALUE}; no thousands separators, no currency signs. */
    static OptionalDouble decimal(String cell) {
        String text = cell.strip();
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Math.abs(value) <= MAX_VALUE ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * An ISO 8601 instant with an offset, or a date-time or date in the zone (a date is its midnight). A blank may stand for the
     * {@code T}. Empty where it is none or outside 1970..2100. A local time that a clock change skips moves on by the gap; one that
     * happens twice is the first.
     */
    static Optional<Instant> instant(String cell, ZoneId zone) {
        String text = cell.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T");
        try {
            Instant instant = parse(text, zone);
            return instant.isBefore(EARLIEST) || !instant.isBefore(TOO_LATE) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant parse(String text, ZoneId zone) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        String clock = text.substring(text.indexOf('T'));
        boolean offset = clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
