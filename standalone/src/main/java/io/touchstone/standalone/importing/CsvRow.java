package io.touchstone.standalone.importing;

import java.util.List;

/** One record of the file. */
sealed interface CsvRow {

    /** Physical line on which it begins; the header's is usually 1. */
    long line();

    /**
     * A record that could be read.
     *
     * @param line physical line on which it begins
     * @param cells its cells, unquoted
     */
    record Cells(long line, List<String> cells) implements CsvRow {

        public Cells {
            cells = List.copyOf(cells);
        }

        /** A line of separators only, as spreadsheets leave below the table. */
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * A line whose quotes do not match; reading goes on at the next line.
     *
     * @param line the line
     */
    record Torn(long line) implements CsvRow {

        /** What is wrong, for the user. */
        static final String REASON =
                "the quotes do not match (expected: a quoted cell ends with a quote before the separator, quotes in it are doubled)";
    }
}
