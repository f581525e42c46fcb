package io.touchstone.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.event.EventBatch.Received;
import io.touchstone.core.event.EventBatch.Rejected;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.time.Rfc3339;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final long TIME = Rfc3339.parseMillis("2026-11-22T08:00:00.125Z");
    private static final Units UNITS = Units.of("user", "张三", "device", "d9");

    private static final String OUTCOME = """
            {"id":"e1","type":"outcome","time":"2026-11-22T08:00:00Z","units":{"user":"u1"},"config":7,\
            "name":"purchase","value":12.5,"properties":{"channel":"app","first":true,"tags":["a","b"],"n":3}}""";
    private static final String EXPOSURE = """
            {"id":"e2","type":"exposure","time":"2026-11-22T16:00:00+08:00","units":{"user":"u1"},"flag":"f",\
            "experiment":"x","phase":2,"variant":"b","reason":"experiment","propensity":0.5}""";

    @Test
    void readBatch_everyType_givesTheEvents() {
        EventBatch batch = read(
                OUTCOME,
                EXPOSURE,
                "{\"type\":\"profile\",\"units\":{\"user\":\"u\"},\"attributes\":{\"city\":\"上海\"},"
                        + "\"time\":\"2026-11-22T08:00:00Z\",\"id\":\"e3\"}");

        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.warnings()).isEmpty();
        long time = Rfc3339.parseMillis("2026-11-22T08:00:00Z");
        assertThat(batch.events())
                .containsExactly(
                        new Received(
                                0,
                                new OutcomeEvent(
                                        "e1",
                                        time,
                                        Units.user("u1"),
                                        7L,
                                        "purchase",
                                        12.5,
                                        Attributes.builder()
                                                .put("channel", "app")
                                                .put("first", true)
                                                .put("tags", List.of("a", "b"))
                                                .put("n", 3)
                                                .build())),
                        new Received(
                                1,
                                new ExposureEvent(
                                        "e2",
                                        time,
                                        Units.user("u1"),
                                        null,
                                        "f",
                                        "x",
                                        2,
                                        "b",
                                        "experiment",
                                        0.5,
                                        Attributes.EMPTY)),
                        new Received(
                                2, new ProfileEvent("e3", time, Units.user("u"), null, Attributes.of("city", "上海"))));
    }

    @Test
    void readBatch_exposureWithAToken_isToldApart() {
        EventBatch batch = read(
                "{\"id\":\"t1\",\"type\":\"exposure\",\"token\":\"abc\"}",
                "{\"token\":\"abc\",\"time\":\"2026-11-22T08:00:00Z\",\"type\":\"exposure\",\"id\":\"t2\"}",
                "{\"type\":\"exposure\",\"token\":\"abc\"}",
                "{\"id\":\"t3\",\"type\":\"profile\",\"token\":\"abc\"}");

        assertThat(batch.tokens())
                .containsExactly(
                        new TokenExposure(0, "t1", null, "abc"),
                        new TokenExposure(1, "t2", Rfc3339.parseMillis("2026-11-22T08:00:00Z"), "abc"));
        assertThat(batch.events()).isEmpty();
        assertThat(batch.rejected()).extracting(Rejected::index).containsExactly(2, 3);
    }

    @Test
    void write_everyType_readsBackEqual() {
        List<Event> events = List.of(
                new ExposureEvent(
                        "a", TIME, UNITS, 3L, "f", "x", 1, "b", "experiment", 0.25, Attributes.of("city", "北京")),
                new ExposureEvent("b", TIME, UNITS, null, null, "x", 1, "b", null, null, Attributes.EMPTY),
                new OutcomeEvent("c", TIME, UNITS, null, "买", 1e-7, Attributes.of("a", "b", "c", "\uD83D\uDE00")),
                new OutcomeEvent("d", TIME, UNITS, 3L, "n", null, Attributes.EMPTY),
                new ProfileEvent(
                        "e", TIME, UNITS, 3L, Attributes.builder().put("x", -2).build()));

        byte[] body =
                EventCodec.joinBatch(events.stream().map(EventCodec::write).toList());

        assertThat(body)
                .hasSize(EventCodec.batchLength(
                        events.size(),
                        events.stream()
                                .mapToInt(e -> EventCodec.write(e).length)
                                .sum()));
        EventBatch batch = EventCodec.readBatch(body);
        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.events().stream().map(Received::event)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "id":"e1"                     | "id":""                       | id_invalid
                    "id":"e1"                     | "id":5                        | type_invalid
                    "id":"e1"                     | "id":"\\ud800"                | text_surrogate
                    "id":"e1",                    |                               | field_missing
                    "id":"e1"                     | "id":"e1","id":"e1"           | duplicate
                    "type":"outcome"              | "type":"click"                | value_unknown
                    "type":"outcome",             |                               | field_missing
                    "time":"2026-11-22T08:00:00Z" | "time":"yesterday"            | time_invalid
                    "time":"2026-11-22T08:00:00Z" | "time":1234                   | type_invalid
                    "time":"2026-11-22T08:00:00Z" | "time":"2026-02-29T08:00:00Z" | time_invalid
                    "time":"2026-11-22T08:00:00Z" | "time":"1969-12-31T23:59:59Z" | time_range
                    "time":"2026-11-22T08:00:00Z" | "time":"2100-01-01T00:00:00Z" | time_range
                    {"user":"u1"}                 | {}                            | units_count
                    {"user":"u1"}                 | "u1"                          | type_invalid
                    {"user":"u1"}                 | {"user":1}                    | type_invalid
                    {"user":"u1"}                 | {"user":""}                   | id_invalid
                    {"user":"u1"}                 | {"":"u1"}                     | key_invalid
                    {"user":"u1"}                 | {"user":"u1","user":"u2"}     | duplicate
                    {"user":"u1"}                 | {"user":"\\udc00x"}           | text_surrogate
                    {"user":"u1"}                 | {"a":"1","b":"2","c":"3","d":"4","e":"5"} | units_count
                    "config":7                    | "config":0                    | number_range
                    "config":7                    | "config":1.5                  | type_invalid
                    "name":"purchase"             | "name":""                     | key_invalid
                    "name":"purchase",            |                               | field_missing
                    "value":12.5                  | "value":1000000000001         | number_range
                    "value":12.5                  | "value":1e999                 | number_range
                    "value":12.5                  | "value":"NaN"                 | type_invalid
                    "value":12.5                  | "value":"0x10"                | type_invalid
                    "value":12.5                  | "value":" 1"                  | type_invalid
                    "value":12.5                  | "value":"1."                  | type_invalid
                    "value":12.5                  | "value":true                  | type_invalid
                    "channel":"app"               | "channel":{"a":1}             | type_invalid
                    "channel":"app"               | "channel":[1]                 | type_invalid
                    "channel":"app"               | "channel":"a","channel":"b"   | duplicate
                    "channel":"app"               | "channel":"\\udc00"           | text_surrogate
                    "channel":"app"               | "":"app"                      | key_invalid
                    """)
    void readBatch_brokenEvent_isRejectedAndTheRestGoesIn(String part, String replacement, String code) {
        assertThat(OUTCOME).contains(part);
        EventBatch batch = read(EXPOSURE, OUTCOME.replace(part, replacement == null ? "" : replacement), EXPOSURE);

        assertThat(batch.events()).extracting(Received::index).containsExactly(0, 2);
        assertThat(batch.rejected()).extracting(Rejected::index).containsExactly(1);
        assertThat(batch.rejected().get(0).code()).isEqualTo(code);
        assertThat(batch.rejected().get(0).detail()).contains(": ").contains("(expected: ");
        assertThat(batch.rejected().get(0).id())
                .isEqualTo(part.contains("\"id\"") && !code.equals("duplicate") ? null : "e1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"phase\":2|\"phase\":0",
                "\"phase\":2|\"phase\":3000000000",
                "\"phase\":2|\"phase\":\"2\"",
                "\"experiment\":\"x\",|",
                "\"variant\":\"b\"|\"variant\":null",
                "\"propensity\":0.5|\"propensity\":0",
                "\"propensity\":0.5|\"propensity\":1.01"
            })
    void readBatch_brokenExposure_isRejected(String change) {
        String part = change.substring(0, change.indexOf('|'));
        assertThat(EXPOSURE).contains(part);

        EventBatch batch = read(EXPOSURE.replace(part, change.substring(part.length() + 1)));

        assertThat(batch.events()).isEmpty();
        assertThat(batch.rejected()).extracting(Rejected::id).containsExactly("e2");
    }

    @Test
    void readBatch_idOf257Bytes_isRejectedWithoutEchoingIt() {
        EventBatch batch = read(OUTCOME.replace("\"id\":\"e1\"", "\"id\":\"" + "界".repeat(85) + "xy\""));
        EventBatch longest = read(OUTCOME.replace("\"id\":\"e1\"", "\"id\":\"" + "界".repeat(85) + "x\""));

        assertThat(longest.rejected()).isEmpty();
        assertThat(batch.rejected())
                .containsExactly(
                        new Rejected(0, null, "id_invalid", "id: 257 bytes (expected: 1 to 256 bytes of UTF-8)"));
    }

    @Test
    void readBatch_propertyOf1025Bytes_isRejected() {
        String longest = "x".repeat(1024);

        assertThat(read(OUTCOME.replace("\"app\"", "\"" + longest + "\"")).rejected())
                .isEmpty();
        assertThat(read(OUTCOME.replace("\"app\"", "\"" + longest + "x\"")).rejected())
                .extracting(Rejected::code)
                .containsExactly("attribute_too_long");
    }

    @Test
    void readBatch_tooManyProperties_isRejected() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 128; i++) {
            many.append("\"p").append(i).append("\":1,");
        }

        EventBatch batch = read(OUTCOME.replace("\"channel\"", many + "\"channel\""));

        assertThat(batch.rejected()).extracting(Rejected::code).containsExactly("attributes_count");
    }

    @Test
    void readBatch_decimalText_isTheNearestNumber() {
        OutcomeEvent event = (OutcomeEvent)
                read(OUTCOME.replace("12.5", "\"-0.10\"")).events().get(0).event();

        assertThat(event.value()).isEqualTo(-0.1);
    }

    @Test
    void readBatch_unknownAndUnusedFields_areDroppedWithAWarning() {
        EventBatch batch =
                read(OUTCOME.replace("\"config\":7", "\"colour\":{\"a\":[1]},\"phase\":1,\"received\":null"));

        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.warnings())
                .extracting(EventBatch.Warning::code)
                .containsExactly("field_unknown", "field_unknown", "field_unused");
        assertThat(batch.warnings().get(0).detail())
                .isEqualTo("dropped: colour (expected: a field of the event format)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"events":[{"id":"a",]}       | json_malformed
                    {"events":[{"id":NaN}]}       | json_malformed
                    {"events":[]} {}              | json_malformed
                    {"events":[                   | json_malformed
                    []                            | type_invalid
                    {"events":{}}                 | type_invalid
                    {}                            | field_missing
                    {"events":[],"events":[]}     | json_duplicate_name
                    {"import":5,"events":[]}      | type_invalid
                    `x`                           | json_malformed
                    """)
    void readBatch_brokenBody_failsAsAWhole(String body, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EventCodec.readBatch(body.getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void readBatch_invalidUtf8_failsAsAWhole() {
        byte[] body = ("{\"events\":[" + OUTCOME + "]}").getBytes(StandardCharsets.ISO_8859_1);
        body[20] = (byte) 0xff;

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EventCodec.readBatch(body))
                .satisfies(e -> assertThat(e.code()).isEqualTo("json_malformed"));
    }

    @Test
    void readBatch_deepNesting_failsAsAWhole() {
        String deep = "[".repeat(10_000);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(OUTCOME.replace("\"app\"", deep)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("json_limit"));
    }

    @Test
    void readBatch_thousandAndOneEvents_failsAsAWhole() {
        String[] many = new String[1001];
        java.util.Arrays.fill(many, EXPOSURE);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(many))
                .satisfies(e -> assertThat(e.code()).isEqualTo("batch_events"));
    }

    @Test
    void readBatch_eventThatIsNoObject_isRejected() {
        EventBatch batch = read("5", "[{\"id\":\"x\"}]", OUTCOME, "null");

        assertThat(batch.rejected()).extracting(Rejected::index).containsExactly(0, 1, 3);
        assertThat(batch.rejected()).extracting(Rejected::code).containsOnly("type_invalid");
        assertThat(batch.events()).hasSize(1);
    }

    @Test
    void readBatch_import_isTold() {
        byte[] body = "{\"import\":\"imp_1\",\"later\":[{}],\"events\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventCodec.readBatch(body).importId()).isEqualTo("imp_1");
    }

    private static EventBatch read(String... events) {
        return EventCodec.readBatch(
                ("{\"events\":[" + String.join(",", events) + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
