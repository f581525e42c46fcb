package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMapperTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Header HEADER = new Header(List.of("id", "arm", "won", "spend", "age", "at"));
    private static final Layout LAYOUT = layout(0, Layout.NONE);

    private static Layout layout(int unit, int time) {
        return new Layout(
                HEADER,
                unit,
                1,
                List.of(
                        new Layout.Outcome(2, "won", OutcomeKind.CONVERSION, true, "exp.won", "won"),
                        new Layout.Outcome(3, "spend", OutcomeKind.SUM, true, "exp.spend", "spend")),
                List.of(new Layout.Covariate(4, "age", "age")),
                time,
                ZoneId.of("UTC"));
    }

    @Test
    void map_goodRow_saysWhatHappened() {
        assertThat(map(LAYOUT, "u1", " b ", "Yes", "12.50", "31", ""))
                .isEqualTo(new RowResult.Usable(new UnitRow(7, 3, "u1", "b", null, List.of(1.0, 12.5), List.of(31.0))));
    }

    @Test
    void map_emptyCells_areNoEvents() {
        assertThat(map(LAYOUT, "u1", "b", "", " ", "", ""))
                .isEqualTo(new RowResult.Usable(
                        new UnitRow(7, 3, "u1", "b", null, Arrays.asList(null, null), Arrays.asList((Double) null))));
    }

    @Test
    void map_zeroes_areNoEventsEither() {
        RowResult.Usable row = (RowResult.Usable) map(LAYOUT, "u1", "b", "0", "0.00", "0", "");

        assertThat(row.row().outcomes()).containsExactly(null, null);
        assertThat(row.row().covariates()).containsExactly(0.0);
    }

    @Test
    void map_negativeSumAndTruthCovariate_areNumbers() {
        RowResult.Usable row = (RowResult.Usable) map(LAYOUT, "u1", "b", "no", "-4", "TRUE", "");

        assertThat(row.row().outcomes()).containsExactly(null, -4.0);
        assertThat(row.row().covariates()).containsExactly(1.0);
    }

    @Test
    void map_unitByRow_isItsNumber() {
        RowResult.Usable row = (RowResult.Usable) map(layout(Layout.NONE, Layout.NONE), "", "b", "1", "", "", "");

        assertThat(row.row().unit()).isEqualTo("7");
    }

    @Test
    void map_unitId_isOpaque() {
        RowResult.Usable row = (RowResult.Usable) map(LAYOUT, " u1", "b", "1", "", "", "");

        assertThat(row.row().unit()).isEqualTo(" u1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''|b|1|2|3|   id    | empty (expected: an id)
            u|' '|1|2|3|  arm   | empty (expected: the name of an arm)
            u|b|2|2|3|    won   | "2" (expected: 0, 1, true, false, yes, no or empty)
            u|b|maybe|2|3|won   | "maybe" (expected: 0, 1, true, false, yes, no or empty)
            u|b|1|x|3|    spend | "x" (expected: a number such as 12.5, or empty)
            u|b|1|1,5|3|  spend | "1,5" (expected: a number such as 12.5, or empty)
            u|b|1|2|old|  age   | "old" (expected: a number, a truth value or empty)
            """)
    void map_badCell_namesColumnAndRule(
            String id, String arm, String won, String spend, String age, String column, String reason) {
        assertThat(map(LAYOUT, id, arm, won, spend, age, "")).isEqualTo(new RowResult.Broken(3, column, reason));
    }

    @Test
    void map_longIds_areBroken() {
        assertThat(map(LAYOUT, "é".repeat(128), "b", "1", "", "", "")).isInstanceOf(RowResult.Usable.class);
        assertThat(map(LAYOUT, "é".repeat(128) + "x", "b", "1", "", "", ""))
                .isEqualTo(new RowResult.Broken(3, "id", "\"" + "é".repeat(60) + "…\" (expected: at most 256 bytes)"));
        assertThat(map(LAYOUT, "u", "b".repeat(129), "1", "", "", "")).isInstanceOf(RowResult.Broken.class);
    }

    @Test
    void map_wrongNumberOfCells_isBroken() {
        assertThat(map(LAYOUT, "u", "b", "1"))
                .isEqualTo(new RowResult.Broken(3, null, "3 cells (expected: 6, as in the header)"));
        assertThat(((RowResult.Broken) map(LAYOUT, "u", "b", "1")).sentence())
                .isEqualTo("line 3: 3 cells (expected: 6, as in the header)");
    }

    @Test
    void map_separatorsOnly_isNoRow() {
        assertThat(map(LAYOUT, "", " ", "", "", "", "")).isEqualTo(new RowResult.Blank());
    }

    @Test
    void map_tornQuotes_namesTheLine() {
        assertThat(new RowMapper(LAYOUT, NOW).map(7, new CsvRow.Torn(9)))
                .isEqualTo(new RowResult.Broken(9, null, CsvRow.Torn.REASON));
    }

    @Test
    void map_time_isTheExposures() {
        Layout timed = layout(0, 5);

        assertThat(((RowResult.Usable) map(timed, "u", "b", "1", "", "", "2026-11-22 07:59"))
                        .row()
                        .time())
                .isEqualTo(Instant.parse("2026-11-22T07:59:00Z"));
        assertThat(map(timed, "u", "b", "1", "", "", "2026-11-22 08:00"))
                .isEqualTo(
                        new RowResult.Broken(3, "at", "\"2026-11-22 08:00\" (expected: an instant that has passed)"));
        assertThat(((RowResult.Broken) map(timed, "u", "b", "1", "", "", "soon")).column())
                .isEqualTo("at");
    }

    private static RowResult map(Layout layout, String... cells) {
        return new RowMapper(layout, NOW).map(7, new CsvRow.Cells(3, List.of(cells)));
    }
}
