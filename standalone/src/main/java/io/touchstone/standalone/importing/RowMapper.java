package io.touchstone.standalone.importing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Turns a record into what it says about a unit, or into the reason why it cannot. A function of its arguments. */
final class RowMapper {

    /** Longest id of a unit, in bytes of UTF-8. */
    static final int MAX_UNIT_BYTES = 256;

    /** Longest key of a variant, in bytes of UTF-8. */
    static final int MAX_VARIANT_BYTES = 128;

    private static final int MAX_QUOTED = 60;

    private final Layout layout;
    private final Instant tooLate;

    /** {@code tooLate}: exposures from this instant on lie in the future. */
    RowMapper(Layout layout, Instant tooLate) {
        this.layout = layout;
        this.tooLate = tooLate;
    }

    /** {@code number}: what the row is counted as, over all files of the experiment. */
    RowResult map(long number, CsvRow row) {
        return switch (row) {
            case CsvRow.Torn torn -> new RowResult.Broken(torn.line(), null, CsvRow.Torn.REASON);
            case CsvRow.Cells cells when cells.isBlank() -> new RowResult.Blank();
            case CsvRow.Cells cells -> {
                try {
                    yield new RowResult.Usable(read(number, cells));
                } catch (BadCell bad) {
                    yield new RowResult.Broken(cells.line(), bad.column, bad.reason);
                }
            }
        };
    }

    private UnitRow read(long number, CsvRow.Cells row) throws BadCell {
        List<String> cells = row.cells();
        int columns = layout.header().names().size();
        if (cells.size() != columns) {
            throw new BadCell(null, cells.size() + " cells (expected: " + columns + ", as in the header)");
        }
        String unit = layout.unit() == Layout.NONE ? Long.toString(number) : unit(cells.get(layout.unit()));
        String variant = variant(CellFormat.label(cells.get(layout.variant())));
        return new UnitRow(number, row.line(), unit, variant, time(cells), outcomes(cells), covariates(cells));
    }

    /** An id is opaque: white space in it counts. */
    private String unit(String cell) throws BadCell {
        if (cell.isBlank()) {
            throw bad(layout.unit(), "empty (expected: an id)");
        }
        if (cell.getBytes(StandardCharsets.UTF_8).length > MAX_UNIT_BYTES) {
            throw bad(layout.unit(), quoted(cell) + " (expected: at most " + MAX_UNIT_BYTES + " bytes)");
        }
        return cell;
    }

    private String variant(String label) throws BadCell {
        if (label.isEmpty()) {
            throw bad(layout.variant(), "empty (expected: the name of an arm)");
        }
        if (label.getBytes(StandardCharsets.UTF_8).length > MAX_VARIANT_BYTES
                || label.chars().anyMatch(Character::isISOControl)) {
            throw bad(
                    layout.variant(),
                    quoted(label) + " (expected: at most " + MAX_VARIANT_BYTES + " bytes, no control characters)");
        }
        return label;
    }

    private @Nullable Instant time(List<String> cells) throws BadCell {
        if (layout.time() == Layout.NONE) {
            return null;
        }
        String cell = cells.get(layout.time());
        Optional<Instant> time = CellFormat.instant(cell, layout.zone());
        if (time.isEmpty()) {
            throw bad(
                    layout.time(),
                    quoted(cell)
                            + " (expected: 1970 to 2099, such as 2026-11-22T08:00:00Z, 2026-11-22 16:00 or 2026-11-22)");
        }
        if (!time.get().isBefore(tooLate)) {
            throw bad(layout.time(), quoted(cell) + " (expected: an instant that has passed)");
        }
        return time.get();
    }

    private List<@Nullable Double> outcomes(List<String> cells) throws BadCell {
        List<@Nullable Double> values = new ArrayList<>(layout.outcomes().size());
        for (Layout.Outcome outcome : layout.outcomes()) {
            String cell = cells.get(outcome.index());
            values.add(
                    switch (outcome.knownKind()) {
                        case CONVERSION -> conversion(cell, outcome.index());
                        case SUM -> sum(cell, outcome.index());
                    });
        }
        return values;
    }

    private @Nullable Double conversion(String cell, int column) throws BadCell {
        if (cell.isBlank()) {
            return null;
        }
        boolean happened = CellFormat.truth(cell)
                .orElseThrow(() -> bad(column, quoted(cell) + " (expected: 0, 1, true, false, yes, no or empty)"));
        return happened ? Double.valueOf(1) : null;
    }

    /** A sum of 0 is no event: the numbers are the same without it. */
    private @Nullable Double sum(String cell, int column) throws BadCell {
        if (cell.isBlank()) {
            return null;
        }
        OptionalDouble value = CellFormat.decimal(cell);
        if (value.isEmpty()) {
            throw bad(column, quoted(cell) + " (expected: a number such as 12.5, or empty)");
        }
        return value.getAsDouble() == 0 ? null : Double.valueOf(value.getAsDouble());
    }

    private List<@Nullable Double> covariates(List<String> cells) throws BadCell {
        List<@Nullable Double> values = new ArrayList<>(layout.covariates().size());
        for (Layout.Covariate covariate : layout.covariates()) {
            String cell = cells.get(covariate.index());
            values.add(cell.isBlank() ? null : Double.valueOf(covariate(cell, covariate.index())));
        }
        return values;
    }

    private double covariate(String cell, int column) throws BadCell {
        OptionalDouble number = CellFormat.decimal(cell);
        if (number.isPresent()) {
            return number.getAsDouble();
        }
        boolean truth = CellFormat.truth(cell)
                .orElseThrow(() -> bad(column, quoted(cell) + " (expected: a number, a truth value or empty)"));
        return truth ? 1 : 0;
    }

    private BadCell bad(int column, String reason) {
        return new BadCell(layout.header().names().get(column), reason);
    }

    private static String quoted(String cell) {
        String line = CellFormat.label(cell);
        return '"' + (line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "…" : line) + '"';
    }

    /** Leaves the reading of a row; never leaves this class. */
    private static final class BadCell extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable String column;
        private final String reason;

        private BadCell(@Nullable String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
            this.reason = reason;
        }
    }
}
