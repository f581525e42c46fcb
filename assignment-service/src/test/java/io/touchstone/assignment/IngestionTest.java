package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IngestionTest extends DataPlaneTestCase {
    private static final String TIME = "2026-01-01T08:00:00.125Z";

    @Test
    void outcome_ofTwoIdentities_isOneRecordEach() {
        JsonNode json =
                ok("server", outcome("two", "{\"user\":\"张三\",\"device\":\"d9\"}", ",\"value\":12.5,\"config\":7"));
        assertThat(json.path("accepted").asInt()).isEqualTo(1);

        List<EventTopic.Entry> entries = recordsOf("two");
        assertThat(entries).extracting(entry -> entry.key().unitType()).containsExactlyInAnyOrder("user", "device");
        assertThat(recordsOfUnit("user", "张三")).isNotEmpty();
        assertThat(entries).allSatisfy(entry -> {
            TopicRecord record = entry.record();
            assertThat(record.time()).isEqualTo(Instant.parse(TIME).toEpochMilli());
            assertThat(record.config()).isEqualTo(7);
            assertThat(record.trust()).isEqualTo(Trust.SERVER);
            assertThat(entry.timestamp()).isEqualTo(record.received());
            assertThat(record.received())
                    .isCloseTo(System.currentTimeMillis(), org.assertj.core.data.Offset.offset(60_000L));
            assertThat(record.body())
                    .isInstanceOfSatisfying(TopicRecord.Outcome.class, outcome -> assertThat(outcome.value())
                            .isEqualTo(12.5));
        });
    }

    @Test
    void event_withoutConfig_getsTheVersionOfTheDataPlane() {
        ok("client", outcome("noconfig", "{\"user\":\"u\"}", ""));
        assertThat(recordsOf("noconfig")).singleElement().satisfies(entry -> {
            assertThat(entry.record().config()).isEqualTo(1);
            assertThat(entry.record().trust()).isEqualTo(Trust.CLIENT);
        });
    }

    @Test
    void exposure_goesToItsExperimentsUnitTypeOnly() {
        ok("server", exposure("exp-1", "{\"user\":\"u\",\"device\":\"d\"}", "bydevice", 1));
        assertThat(recordsOf("exp-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.key().unitType()).isEqualTo("device"));
    }

    @Test
    void exposure_withoutItsUnit_isRejected() {
        assertRejected("server", exposure("exp-2", "{\"user\":\"u\"}", "bydevice", 1), "unit_missing");
    }

    @Test
    void exposure_ofUnknownExperiment_isAcceptedForASingleIdentityOnly() {
        ok("server", exposure("exp-3", "{\"group\":\"g1\"}", "newer", 1));
        assertThat(recordsOf("exp-3"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.key().unitType()).isEqualTo("group"));
        assertRejected(
                "server", exposure("exp-4", "{\"group\":\"g1\",\"user\":\"u\"}", "newer", 1), "experiment_unknown");
    }

    @Test
    void batch_withBadEvents_keepsTheGoodOnes() {
        JsonNode json = with("server")
                .events(
                        outcome("mix-1", "{\"user\":\"u\"}", ""),
                        "{\"id\":\"mix-2\",\"type\":\"outcome\"}",
                        outcome("mix-3", "{\"user\":\"u\"}", ",\"shoe\":\"size\""),
                        outcome("mix-4", "{\"user\":\"\"}", ""))
                .json();
        assertThat(json.path("accepted").asInt()).isEqualTo(2);
        assertThat(json.path("rejected")).hasSize(2);
        assertThat(json.path("rejected").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(json.path("rejected").path(0).path("id").asString()).isEqualTo("mix-2");
        assertThat(json.path("rejected").path(0).path("code").asString()).isEqualTo("field_missing");
        assertThat(json.path("rejected").path(1).path("index").asInt()).isEqualTo(3);
        assertThat(json.path("warnings").path(0).path("index").asInt()).isEqualTo(2);
        assertThat(json.path("warnings").path(0).path("code").asString()).isEqualTo("field_unknown");
        assertThat(recordsOf("mix-2")).isEmpty();
        assertThat(recordsOf("mix-3")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1969-12-31T23:59:59Z|time_range",
                "2100-01-01T00:00:00Z|time_range",
                "2099-01-01T00:00:00Z|time_in_future",
                "yesterday|time_invalid",
            })
    void event_ofABadTime_isRejected(String time, String code) {
        String event = "{\"id\":\"t\",\"type\":\"outcome\",\"time\":\"" + time
                + "\",\"units\":{\"user\":\"u\"},\"name\":\"n\"}";
        assertRejected("server", event, code);
    }

    @Test
    void event_withinFiveMinutesAhead_isAccepted() {
        String ahead = Instant.now().plusSeconds(290).toString();
        String beyond = Instant.now().plusSeconds(320).toString();
        ok("server", outcome("ahead", "{\"user\":\"u\"}", "").replace(TIME, ahead));
        assertRejected("server", outcome("beyond", "{\"user\":\"u\"}", "").replace(TIME, beyond), "time_in_future");
    }

    @Test
    void event_ofABadId_isRejected() {
        assertRejected("server", outcome("", "{\"user\":\"u\"}", ""), "id_invalid");
        assertRejected("server", outcome("x".repeat(257), "{\"user\":\"u\"}", ""), "id_invalid");
        assertRejected("server", outcome("id", "{\"user\":\"" + "é".repeat(129) + "\"}", ""), "id_invalid");
        assertRejected("server", outcome("id", "{\"user\":\"\\ud83d\"}", ""), "text_surrogate");
        assertRejected("server", outcome("\\udc00", "{\"user\":\"u\"}", ""), "text_surrogate");
    }

    @Test
    void event_ofWrongTypes_isRejected() {
        assertRejected("server", "7", "type_invalid");
        assertRejected("server", outcome("w1", "[]", ""), "type_invalid");
        assertRejected("server", outcome("w2", "{\"user\":7}", ""), "type_invalid");
        assertRejected("server", outcome("w3", "{\"user\":\"u\"}", ",\"value\":true"), "type_invalid");
        assertRejected("server", outcome("w4", "{\"user\":\"u\"}", ",\"value\":\"NaN\""), "type_invalid");
        assertRejected("server", outcome("w5", "{\"user\":\"u\"}", ",\"value\":1e999"), "number_range");
        assertRejected("server", outcome("w6", "{\"user\":\"u\"}", ",\"value\":1e13"), "number_range");
        assertRejected("server", outcome("w7", "{\"user\":\"u\"}", "").replace("outcome", "income"), "value_unknown");
    }

    @Test
    void body_malformed_is400AndNothingIsSent() {
        String good = outcome("whole", "{\"user\":\"u\"}", "");
        for (String body : List.of(
                "{\"events\":[" + good + "," + good.replace("\"n\"", "NaN") + "]}",
                "{\"events\":[" + good,
                "{\"events\":[" + good + "]} {}")) {
            Http.Answer answer = with("server").eventsBody(body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("json_malformed");
        }
        assertThat(with("server").eventsBody("").status()).isEqualTo(400);
        assertThat(with("server").eventsBody("[]").code()).isEqualTo("type_invalid");
        assertThat(with("server").eventsBody("{}").code()).isEqualTo("field_missing");
        assertThat(recordsOf("whole")).isEmpty();
    }

    @Test
    void body_of2MiB_is413() {
        String body = "{\"events\":[],\"x\":\"" + "y".repeat(2 * 1024 * 1024) + "\"}";
        assertThat(with("server").eventsBody(body).code()).isEqualTo("body_too_large");

        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body));
        Http.Answer answer = Http.send(with("server").request("/api/v1/events").POST(chunked));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body_too_large");
    }

    @Test
    void batch_of1001Events_is400() {
        String event = outcome("many", "{\"user\":\"u\"}", "");
        String body = "{\"events\":[" + String.join(",", Collections.nCopies(1_001, event)) + "]}";
        assertThat(with("server").eventsBody(body).code()).isEqualTo("batch_events");
        assertThat(recordsOf("many")).isEmpty();
    }

    @Test
    void gzip_isReadAndABombIsRefused() {
        String body = "{\"events\":[" + outcome("zipped", "{\"user\":\"u\"}", "") + "]}";
        assertThat(with("server")
                        .eventsGzip(Http.gzip(body))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(recordsOf("zipped")).hasSize(1);

        Http.Answer bomb = with("server").eventsGzip(Http.gzip(new byte[500 * 1024 * 1024]));
        assertThat(bomb.status()).isEqualTo(413);
        assertThat(bomb.code()).isEqualTo("body_expands_too_far");
        assertThat(with("server").eventsGzip(new byte[] {1, 2}).code()).isEqualTo("gzip_malformed");
    }

    @Test
    void import_openAndMatching_isTrustedAsImport() {
        Http.Answer answer = importing("\"imp_open\"", exposure("imp-1", "{\"user\":\"u\"}", "cookie_cats", 1));
        assertThat(answer.json().path("accepted").asInt())
                .as(answer.json().toString())
                .isEqualTo(1);
        assertThat(recordsOf("imp-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().trust()).isEqualTo(Trust.IMPORT));
    }

    @Test
    void import_otherwise_isRefusedWithItsCode() {
        String event = exposure("imp-2", "{\"user\":\"u\"}", "cookie_cats", 1);
        assertThat(importing("null", event).code()).isEqualTo("import_required");
        assertThat(importing("\"imp_none\"", event).code()).isEqualTo("import_unknown");
        Http.Answer sealed = importing("\"imp_sealed\"", event);
        assertThat(sealed.status()).isEqualTo(409);
        assertThat(sealed.code()).isEqualTo("import_sealed");
        assertThat(importing("\"imp_past\"", event).code()).isEqualTo("import_sealed");
        assertThat(with("server")
                        .eventsBody("{\"import\":\"imp_open\",\"events\":[" + event + "]}")
                        .code())
                .isEqualTo("key_scope");
        JsonNode other = importing("\"imp_open\"", exposure("imp-3", "{\"user\":\"u\"}", "winback", 2))
                .json();
        assertThat(other.path("rejected").path(0).path("code").asString()).isEqualTo("import_mismatch");
        assertThat(recordsOf("imp-2")).isEmpty();
    }

    @Test
    void exposure_ofWhatWasNeverPublished_isAcceptedWithAWarning() {
        assertWarned(
                exposure("warn-1", "{\"user\":\"u\"}", "wimback", 2), "experiment_unknown", "experiment: wimback (");
        assertWarned(exposure("warn-2", "{\"user\":\"u\"}", "winback", 7), "phase_unknown", "phase: 7 (");
        assertWarned(exposure("warn-3", "{\"user\":\"u\"}", "winback", 2), "variant_unknown", "variant: a (");
        assertWarned(outcome("warn-4", "{\"shop\":\"s1\"}", ""), "unit_type_unused", "units: shop (");
    }

    @Test
    void event_ofWhatIsPublished_hasNoWarning() {
        String known = exposure("warn-5", "{\"device\":\"d\"}", "bydevice", 1);
        String imported =
                exposure("warn-6", "{\"user\":\"u\"}", "cookie_cats", 1).replace("\"a\"", "\"gate_30\"");
        String holdout = exposure("warn-7", "{\"user\":\"u\"}", "h2026", 1).replace("\"a\"", "\"status-quo\"");
        String outcome = outcome("warn-8", "{\"user\":\"u\",\"device\":\"d\"}", "");
        JsonNode json = with("server").events(known, imported, holdout, outcome).json();
        assertThat(json.path("accepted").asInt()).as(json.toString()).isEqualTo(4);
        assertThat(json.path("warnings")).isEmpty();
    }

    @Test
    void batch_withDroppedFieldsAndStrayNames_tellsThemInOrder() {
        JsonNode json = with("server")
                .events(
                        outcome("warn-9", "{\"shop\":\"s\"}", ""),
                        outcome("warn-10", "{\"user\":\"u\"}", ",\"shoe\":1"),
                        outcome("warn-11", "{\"shop\":\"s\"}", ""))
                .json();
        assertThat(json.path("warnings").findValuesAsString("code"))
                .containsExactly("unit_type_unused", "field_unknown", "unit_type_unused");
        assertThat(json.path("warnings").path(2).path("index").asInt()).isEqualTo(2);
    }

    private void assertWarned(String event, String code, String detail) {
        JsonNode json = ok("server", event);
        assertThat(json.path("accepted").asInt()).isEqualTo(1);
        assertThat(json.path("warnings")).as(json.toString()).hasSize(1);
        assertThat(json.path("warnings").path(0).path("code").asString()).isEqualTo(code);
        assertThat(json.path("warnings").path(0).path("detail").asString()).startsWith(detail);
    }

    private Http.Answer importing(String id, String event) {
        return with("import").eventsBody("{\"events\":[" + event + "],\"import\":" + id + "}");
    }

    private JsonNode ok(String kind, String event) {
        Http.Answer answer = with(kind).events(event);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().path("rejected")).as(answer.json().toString()).isEmpty();
        return answer.json();
    }

    private void assertRejected(String kind, String event, String code) {
        Http.Answer answer = with(kind).events(event);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isZero();
        JsonNode rejected = answer.json().path("rejected").path(0);
        assertThat(rejected.path("code").asString()).as(rejected.toString()).isEqualTo(code);
        assertThat(rejected.path("detail").asString()).contains("(expected: ");
    }

    private static String outcome(String id, String units, String more) {
        return "{\"id\":\"" + id + "\",\"type\":\"outcome\",\"time\":\"" + TIME + "\",\"units\":" + units
                + ",\"name\":\"n\"" + more + "}";
    }

    private static String exposure(String id, String units, String experiment, int phase) {
        return "{\"id\":\"" + id + "\",\"type\":\"exposure\",\"time\":\"" + TIME + "\",\"units\":" + units
                + ",\"flag\":\"f\",\"experiment\":\"" + experiment + "\",\"phase\":" + phase
                + ",\"variant\":\"a\",\"reason\":\"experiment\"}";
    }
}
