package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void next_quotedCommasQuotesAndLineBreaks_areOneCell(String eol) throws Exception {
        String text = String.join(eol, "a,b", "\"x,\"\"y\"\"" + eol + "z\",1", "", "2,3", "");

        assertThat(rows(text))
                .containsExactly(
                        new CsvRow.Cells(1, List.of("a", "b")),
                        new CsvRow.Cells(2, List.of("x,\"y\"" + eol + "z", "1")),
                        new CsvRow.Cells(5, List.of("2", "3")));
    }

    @Test
    void next_lastLineWithoutBreak_isARow() throws Exception {
        assertThat(rows("a,b\n1,")).contains(new CsvRow.Cells(2, List.of("1", "")));
    }

    @Test
    void next_textAfterClosingQuote_costsThatRowOnly() throws Exception {
        assertThat(rows("a,b\n1,2\n\"x\"y,3\n4,5\n"))
                .containsExactly(
                        new CsvRow.Cells(1, List.of("a", "b")),
                        new CsvRow.Cells(2, List.of("1", "2")),
                        new CsvRow.Torn(3),
                        new CsvRow.Cells(4, List.of("4", "5")));
    }

    @Test
    void next_quoteNeverClosed_costsThatRowOnly() throws Exception {
        assertThat(rows("a,b\r\n\"1,2\r\n3,4\r\n5,6\r\n"))
                .containsExactly(
                        new CsvRow.Cells(1, List.of("a", "b")),
                        new CsvRow.Torn(2),
                        new CsvRow.Cells(3, List.of("3", "4")),
                        new CsvRow.Cells(4, List.of("5", "6")));
    }

    @Test
    void next_quoteClosedByALaterRow_costsTheFirstOnly() throws Exception {
        assertThat(rows("a,b\n\"1,2\n3,\"four, 4\"\n5,6\n"))
                .containsExactly(
                        new CsvRow.Cells(1, List.of("a", "b")),
                        new CsvRow.Torn(2),
                        new CsvRow.Cells(3, List.of("3", "four, 4")),
                        new CsvRow.Cells(4, List.of("5", "6")));
    }

    @Test
    void next_manyTornRowsInALongFile_keepLineNumbers() throws Exception {
        StringBuilder text = new StringBuilder("a,b\r\n");
        List<CsvRow> expected = new ArrayList<>(List.of(new CsvRow.Cells(1, List.of("a", "b"))));
        long line = 2;
        for (int row = 1; row <= 15_000; row++) {
            if (row % 500 == 0) {
                text.append("\"torn\"x,1\r\n");
                expected.add(new CsvRow.Torn(line));
                line++;
            } else {
                text.append(row).append(",\"two\r\nlines\"\r\n");
                expected.add(new CsvRow.Cells(line, List.of(Integer.toString(row), "two\r\nlines")));
                line += 2;
            }
        }

        assertThat(rows(text.toString())).isEqualTo(expected);
    }

    @Test
    void next_quoteNeverClosedInALongFile_losesNoOtherRow() throws Exception {
        String text = "a,b\n\"torn,1\n" + "1,2\n".repeat(600_000);

        List<CsvRow> rows = rows(text);

        assertThat(rows).hasSize(600_002);
        assertThat(rows.get(1)).isEqualTo(new CsvRow.Torn(2));
        assertThat(rows.getLast()).isEqualTo(new CsvRow.Cells(600_002, List.of("1", "2")));
    }

    @Test
    void separatorOf_header_decides() throws Exception {
        assertThat(separator("a,b\n1;2;3,4\n")).isEqualTo(',');
        assertThat(separator("a;b\n1,5;2\n")).isEqualTo(';');
        assertThat(separator("\"a,b\";c\n")).isEqualTo(';');
        assertThat(separator("a\tb\n")).isEqualTo('\t');
        assertThat(separator("only\n")).isEqualTo(',');
    }

    private char separator(String text) throws Exception {
        return CsvRows.separatorOf(CsvFile.inspect(CsvFiles.write(folder, text)));
    }

    private List<CsvRow> rows(String text) throws Exception {
        return CsvFiles.rows(CsvFile.inspect(CsvFiles.write(folder, text)), ',');
    }
}
