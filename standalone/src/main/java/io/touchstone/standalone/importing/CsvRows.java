package io.touchstone.standalone.importing;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a text one after the other, empty lines left out. A record with broken quotes comes as {@link CsvRow.Torn}, and
 * reading goes on at the line after the one where it began: one forgotten quote costs one row and not the rest of the file.
 */
final class CsvRows implements Closeable {

    /** What may separate cells. */
    static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Characters of the longest cell; a quote that is never closed is given up after so many. */
    private static final int LONGEST_CELL = 1 << 20;

    private final ReplayReader text;
    private final char separator;
    private long linesBefore;
    private Records records = new Records();
    private CloseableIterator<CsvRow.Cells> iterator;

    CsvRows(Reader text, char separator) {
        this.text = new ReplayReader(text);
        this.separator = separator;
        this.iterator = parse();
    }

    /** The next record, header included; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        try {
            if (!iterator.hasNext()) {
                return null;
            }
            CsvRow.Cells read = iterator.next();
            CsvRow.Cells row = new CsvRow.Cells(linesBefore + read.line(), read.cells());
            text.doneBefore(row.line());
            return row;
        } catch (CsvParseException e) {
            long line = linesBefore + records.line;
            text.rewindTo(line + 1);
            linesBefore = line;
            records = new Records();
            iterator = parse();
            return new CsvRow.Torn(line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The separator that cuts the first record into the most cells; a comma where none does. */
    static char separatorOf(CsvFile source) throws IOException {
        char best = SEPARATORS.getFirst();
        int most = 1;
        for (char candidate : SEPARATORS) {
            try (CsvRows rows = new CsvRows(source.open(), candidate)) {
                if (rows.next() instanceof CsvRow.Cells header && header.cells().size() > most) {
                    best = candidate;
                    most = header.cells().size();
                }
            }
        }
        return best;
    }

    private CloseableIterator<CsvRow.Cells> parse() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .build(records, text)
                .iterator();
    }

    /** Remembers where the record at hand begins, also when it fails. */
    private static final class Records extends AbstractBaseCsvCallbackHandler<CsvRow.Cells> {

        private long line;
        private final List<String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            cells.clear();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            cells.add(new String(buffer, offset, length));
        }

        @Override
        protected CsvRow.Cells buildRecord() {
            return new CsvRow.Cells(line, cells);
        }
    }
}
