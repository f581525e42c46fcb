package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "Yes", " yes ", "tRuE"})
    void truth_happened_isTrue(String cell) {
        assertThat(CellFormat.truth(cell)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "FALSE", "No", "no\u3000"})
    void truth_didNotHappen_isFalse(String cell) {
        assertThat(CellFormat.truth(cell)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "y", "n", "t", "maybe", "是", "1.0", "", "-1"})
    void truth_anythingElse_isNone(String cell) {
        assertThat(CellFormat.truth(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.5,12.5", "-3,-3", "+4,4", ".5,0.5", "5.,5", "1e3,1000", " 7 ,7", "1000000000000,1e12", "-0,0"})
    void decimal_number_isRead(String cell, double value) {
        assertThat(CellFormat.decimal(cell).orElseThrow()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "1,5", "1 000", "¥5", "1d", "1e13", "", "-", ".", "1e", "12%"})
    void decimal_anythingElse_isNone(String cell) {
        assertThat(CellFormat.decimal(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00:00Z,2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00.125+02:00,2026-11-22T06:00:00.125Z",
        "2026-11-22 08:00:00Z,2026-11-22T08:00:00Z",
        "2026-11-22T08:00-05:00,2026-11-22T13:00:00Z",
        "2026-11-22T08:00,2026-11-22T00:00:00Z",
        "2026-11-22 08:00:30,2026-11-22T00:00:30Z",
        "2026-11-22,2026-11-21T16:00:00Z"
    })
    void instant_isoText_isReadInTheZone(String cell, Instant instant) {
        assertThat(CellFormat.instant(cell, SHANGHAI)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "22.11.2026",
                "2026-02-30",
                "2026-11-22T25:00",
                "1969-12-31T23:59:59Z",
                "2100-01-01",
                "1763800000"
            })
    void instant_anythingElse_isNone(String cell) {
        assertThat(CellFormat.instant(cell, ZoneId.of("UTC"))).isEmpty();
    }

    @Test
    void instant_clockChange_movesOnOrIsTheFirst() {
        assertThat(CellFormat.instant("2026-03-29 02:30", BERLIN)).contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(CellFormat.instant("2026-10-25 02:30", BERLIN)).contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void label_whiteSpace_isOneBlank() {
        assertThat(CellFormat.label(" No\r\n E-Mail\u3000")).isEqualTo("No E-Mail");
    }
}
