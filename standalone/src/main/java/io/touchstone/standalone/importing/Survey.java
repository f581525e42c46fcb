package io.touchstone.standalone.importing;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known about the whole file before its first row can be sent.
 *
 * @param layout which column means what, kinds included
 * @param separator what stands between cells
 * @param variants the control first, then the others in order of first appearance
 * @param earliest the earliest exposure; absent without a time column
 */
record Survey(
        Layout layout,
        char separator,
        List<String> variants,
        @Nullable Instant earliest) {

    /** Arms that an experiment can have; more different values are mostly another column. */
    static final int MAX_VARIANTS = 20;

    private static final int MAX_NAMED = 10;

    Survey {
        variants = List.copyOf(variants);
    }

    /** Reads the file once, in memory that does not grow with it. */
    static Survey of(CsvFile source, ImportOptions options, ZoneId environmentZone) throws ImportStop, IOException {
        char separator = CsvRows.separatorOf(source);
        try (CsvRows rows = new CsvRows(source.open(), separator)) {
            Layout layout = Layout.of(header(source, rows), options, environmentZone);
            Reading reading = new Reading(layout, options);
            reading.readAll(rows, source);
            return new Survey(
                    layout.withKinds(
                            reading.guesses.stream().map(KindGuess::kind).toList()),
                    separator,
                    reading.inOrder(),
                    reading.earliest);
        }
    }

    /** The first record of the file. */
    static Header header(CsvFile source, CsvRows rows) throws ImportStop, IOException {
        return switch (rows.next()) {
            case null -> throw ImportStop.refused(source.path() + ": is empty (expected: a header line and rows)");
            case CsvRow.Torn torn ->
                throw ImportStop.refused(
                        source.path() + ": line " + torn.line() + ", the header: " + CsvRow.Torn.REASON);
            case CsvRow.Cells cells -> new Header(cells.cells());
        };
    }

    private static final class Reading {

        private final Layout layout;
        private final ImportOptions options;
        private final Set<String> seen = new LinkedHashSet<>();
        private final List<KindGuess> guesses = new ArrayList<>();
        private long rows;
        private @Nullable Instant earliest;

        private Reading(Layout layout, ImportOptions options) {
            this.layout = layout;
            this.options = options;
            layout.outcomes().forEach(_ -> guesses.add(new KindGuess()));
        }

        private void readAll(CsvRows file, CsvFile source) throws ImportStop, IOException {
            for (@Nullable CsvRow row = file.next(); row != null; row = file.next()) {
                if (row instanceof CsvRow.Cells cells && !cells.isBlank()) {
                    read(cells.cells());
                }
                rows++;
            }
            if (rows == 0) {
                throw ImportStop.refused(source.path() + ": has a header but no rows (expected: one row a unit)");
            }
        }

        private void read(List<String> cells) throws ImportStop {
            if (cells.size() != layout.header().names().size()) {
                return;
            }
            String variant = CellFormat.label(cells.get(layout.variant()));
            boolean unit =
                    layout.unit() == Layout.NONE || !cells.get(layout.unit()).isBlank();
            if (!variant.isEmpty() && unit && seen.add(variant) && seen.size() > MAX_VARIANTS) {
                throw ImportStop.refused(
                        "--variant: column " + options.columns().variant() + " has more than " + MAX_VARIANTS
                                + " different values (expected: the column that names the arm)");
            }
            for (int i = 0; i < guesses.size(); i++) {
                guesses.get(i).see(cells.get(layout.outcomes().get(i).index()));
            }
            if (layout.time() != Layout.NONE) {
                CellFormat.instant(cells.get(layout.time()), layout.zone()).ifPresent(this::notice);
            }
        }

        private void notice(Instant time) {
            earliest = earliest == null || time.isBefore(earliest) ? time : earliest;
        }

        private List<String> inOrder() throws ImportStop {
            String control = options.control();
            if (!seen.contains(control) && !options.mode().append()) {
                throw ImportStop.refused("--control: no row has the variant \"" + control + "\" (expected: one of "
                        + String.join(", ", seen.stream().limit(MAX_NAMED).toList())
                        + (seen.size() > MAX_NAMED ? ", …" : "") + ")");
            }
            List<String> order = new ArrayList<>(List.of(control));
            seen.stream().filter(variant -> !variant.equals(control)).forEach(order::add);
            return order;
        }
    }
}
