package io.touchstone.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | 0
                    -0 | 0
                    -0.0 | 0
                    1.0 | 1
                    1e2 | 100
                    0.1 | 0.1
                    1E-7 | 1e-7
                    0.000001 | 0.000001
                    123456.789 | 123456.789
                    1e21 | 1e+21
                    1e20 | 100000000000000000000
                    9007199254740993 | 9007199254740993
                    -9223372036854775808 | -9223372036854775808
                    9223372036854775808 | 9223372036854776000
                    2e-323 | 2e-323
                    4.9e-324 | 5e-324
                    1.7976931348623157e308 | 1.7976931348623157e+308
                    2.2250738585072014E-308 | 2.2250738585072014e-308
                    5e-324 | 5e-324
                    9.9e-324 | 1e-323
                    1.5e-323 | 1.5e-323
                    0.30000000000000004 | 0.30000000000000004
                    """)
    void write_number_isShortestInEcmaScriptLayout(String number, String canonical) {
        assertThat(CanonicalJson.read(number).toJson()).isEqualTo(canonical);
        assertThat(CanonicalJson.read(canonical).toJson()).isEqualTo(canonical);
    }

    @Test
    void write_names_areSortedByCodePoint() {
        String json = "{\"\uFFFD\":1,\"\uD83D\uDE00\":2,\"b\":3,\"a\":{\"d\":[3,1,2],\"c\":null},\"\":true}";

        assertThat(CanonicalJson.read(json).toJson())
                .isEqualTo("{\"\":true,\"a\":{\"c\":null,\"d\":[3,1,2]},\"b\":3,\"\uFFFD\":1,\"\uD83D\uDE00\":2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"a":2} | json_duplicate_name
                    {"a":{"b":1,"b":null}} | json_duplicate_name
                    NaN           | json_malformed
                    Infinity      | json_malformed
                    1e999         | number_range
                    {"a":1,}      | json_malformed
                    [1] [2]       | json_malformed
                    // comment    | json_malformed
                    'text'        | json_malformed
                    01            | json_malformed
                    "\\udc00"     | text_surrogate
                    {"\\ud800":1} | text_surrogate
                    ``            | json_malformed
                    """)
    void read_brokenText_isRefused(String text, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CanonicalJson.read(text))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void read_tooDeep_isRefused() {
        assertThat(CanonicalJson.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonArray.class);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CanonicalJson.read("[".repeat(65) + "]".repeat(65)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("json_limit"));
    }

    @Test
    void of_numbersOfEqualValue_areEqual() {
        assertThat(JsonValue.of(3.0)).isEqualTo(JsonValue.of(3));
        assertThat(JsonValue.of(0.5)).isEqualTo(CanonicalJson.read("5e-1"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> JsonValue.of(Double.NaN));
    }
}
