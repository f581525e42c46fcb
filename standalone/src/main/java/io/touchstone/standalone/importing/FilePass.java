package io.touchstone.standalone.importing;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Takes every row of a surveyed file in order, each with its number. Broken rows have numbers too, blank lines have none. */
final class FilePass {

    private FilePass() {}

    /** What is done with each row; {@link RowResult.Blank} never comes. */
    interface Rows {
        void take(RowResult row) throws ImportStop, IOException, InterruptedException;
    }

    /** Returns how many rows there are; the first has the number {@code firstRow}. */
    static long over(Reader text, Survey survey, RowMapper mapper, long firstRow, Rows rows)
            throws ImportStop, IOException, InterruptedException {
        long next = firstRow;
        try (CsvRows file = new CsvRows(text, survey.separator())) {
            file.next(); // the header
            for (@Nullable CsvRow row = file.next(); row != null; row = file.next()) {
                RowResult result = mapper.map(next, row);
                if (!(result instanceof RowResult.Blank)) {
                    rows.take(result);
                    next++;
                }
            }
        }
        return next - firstRow;
    }
}
