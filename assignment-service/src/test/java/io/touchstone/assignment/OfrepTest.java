package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.core.condition.Attributes;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OfrepTest extends DataPlaneTestCase {

    @Test
    void evaluate_experiment_isSplitWithFlatMetadata() {
        JsonNode json = ok("manual", "winback_offer", "{\"targetingKey\":\"u1\"}");
        assertThat(json.path("key").asString()).isEqualTo("winback_offer");
        assertThat(json.path("value").asString()).isEqualTo("off20");
        assertThat(json.path("variant").asString()).isEqualTo("coupon");
        assertThat(json.path("reason").asString()).isEqualTo("SPLIT");
        JsonNode metadata = json.path("metadata");
        assertThat(metadata.path("experiment").asString()).isEqualTo("winback");
        assertThat(metadata.path("phase").asInt()).isEqualTo(2);
        assertThat(metadata.path("config").asLong()).isPositive();
        assertThat(metadata.path("reason").asString()).isEqualTo("experiment");
        assertThat(metadata.path("flagSetId").asString()).isEqualTo("tea/production");
        assertThat(metadata.path("version").asString())
                .isEqualTo(metadata.path("config").asString());
        assertThat(metadata.path("exposure").asString()).isNotEmpty();
        metadata.forEach(value -> assertThat(value.isValueNode()).isTrue());
    }

    @Test
    void evaluate_everyOutcome_hasItsReason() {
        assertReason("fixed", "{\"targetingKey\":\"u\"}", "STATIC", "default");
        assertReason("off", "{\"targetingKey\":\"u\"}", "DISABLED", "off");
        assertReason("vip", "{\"targetingKey\":\"u\",\"tier\":\"gold\"}", "TARGETING_MATCH", "rollout");
        assertReason("vip", "{\"targetingKey\":\"u\"}", "UNKNOWN", "default");
        assertReason("winback_offer", "{\"targetingKey\":\"tester\"}", "TARGETING_MATCH", "forced");
        assertReason("device_flag", "{\"targetingKey\":\"u\"}", "UNKNOWN", "default");
        assertReason("device_flag", "{\"targetingKey\":\"u\",\"units\":{\"device\":\"d\"}}", "SPLIT", "experiment");
    }

    @Test
    void evaluate_everyType_hasItsValue() {
        assertThat(ok("manual", "fixed", "{\"targetingKey\":\"u\"}")
                        .path("value")
                        .isBoolean())
                .isTrue();
        assertThat(ok("manual", "held", "{\"targetingKey\":\"u\"}")
                        .path("value")
                        .asInt())
                .isEqualTo(8);
        assertThat(ok("manual", "vip", "{\"targetingKey\":\"u\"}").path("value").asDouble())
                .isEqualTo(0.5);
        JsonNode object = ok("manual", "device_flag", "{\"targetingKey\":\"u\",\"units\":{\"device\":\"d\"}}");
        assertThat(object.path("value").path("n").asInt()).isEqualTo(1);
    }

    @Test
    void evaluate_unknownFlag_is404() {
        Http.Answer answer = with("manual").evaluateUser("nothing", "u");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("key").asString()).isEqualTo("nothing");
        assertThat(answer.json().path("errorCode").asString()).isEqualTo("FLAG_NOT_FOUND");
    }

    @Test
    void evaluate_badBody_is400WithItsCode() {
        assertError("{", "PARSE_ERROR");
        assertError("{\"context\":{\"targetingKey\":\"u\",\"x\":NaN}}", "PARSE_ERROR");
        assertError("{\"context\":{}}", "TARGETING_KEY_MISSING");
        assertError("{}", "INVALID_CONTEXT");
        assertError("{\"context\":{\"targetingKey\":\"" + "x".repeat(257) + "\"}}", "INVALID_CONTEXT");
        assertError("{\"context\":{\"targetingKey\":\"\\udc00\"}}", "INVALID_CONTEXT");
    }

    @Test
    void evaluate_bodyTooLarge_is413InItsShape() {
        Http.Answer answer = with("manual")
                .evaluate("fixed", "{\"context\":{\"targetingKey\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("errorCode").asString()).isEqualTo("GENERAL");
    }

    @Test
    void evaluate_onEvaluateKey_recordsTheExposureBehindTheAnswer() {
        JsonNode json =
                ok("server", "winback_offer", "{\"targetingKey\":\"rec-1\",\"city\":\"beijing\",\"mail\":\"a@b.c\"}");
        assertThat(json.path("metadata").has("exposure")).isFalse();

        Await.until("the exposure", () -> !recordsOfUnit("user", "rec-1").isEmpty());
        assertThat(recordsOfUnit("user", "rec-1")).singleElement().satisfies(entry -> {
            assertThat(entry.record().trust()).isEqualTo(Trust.SERVER);
            assertThat(entry.record().config())
                    .isEqualTo(json.path("metadata").path("config").asLong());
            assertThat(entry.timestamp()).isEqualTo(entry.record().received());
            assertThat(entry.record().body())
                    .isEqualTo(new TopicRecord.Exposure(
                            "winback_offer",
                            "winback",
                            2,
                            "coupon",
                            "experiment",
                            null,
                            Attributes.of("city", "beijing")));
        });
    }

    @Test
    void evaluate_heldOutUnit_recordsTheHoldout() {
        JsonNode json = ok("server", "held", "{\"targetingKey\":\"rec-2\"}");
        assertThat(json.path("metadata").has("experiment")).isFalse();

        Await.until("the exposure", () -> !recordsOfUnit("user", "rec-2").isEmpty());
        assertThat(recordsOfUnit("user", "rec-2")).singleElement().satisfies(entry -> assertThat(
                        entry.record().body())
                .isEqualTo(new TopicRecord.Exposure("", "h2026", 1, "all-shipped", "holdout", null, Attributes.EMPTY)));
    }

    @Test
    void evaluate_forcedUnit_recordsNothing() {
        assertThat(ok("manual", "winback_offer", "{\"targetingKey\":\"tester\"}")
                        .path("metadata")
                        .has("exposure"))
                .isFalse();
    }

    @Test
    void events_tokenOfAnEvaluation_isItsExposure() {
        JsonNode json = ok("client", "winback_offer", "{\"targetingKey\":\"tok-1\",\"city\":\"beijing\"}");
        String token = json.path("metadata").path("exposure").asString();

        Http.Answer answer =
                with("client").events("{\"id\":\"tok-a\",\"type\":\"exposure\",\"token\":\"" + token + "\"}");
        assertThat(answer.json().path("accepted").asInt())
                .as(answer.json().toString())
                .isEqualTo(1);
        assertThat(recordsOf("tok-a")).singleElement().satisfies(entry -> {
            assertThat(entry.record().trust()).isEqualTo(Trust.CLIENT);
            assertThat(entry.record().body()).isInstanceOfSatisfying(TopicRecord.Exposure.class, exposure -> {
                assertThat(exposure.experiment()).isEqualTo("winback");
                assertThat(exposure.variant()).isEqualTo("coupon");
                assertThat(exposure.attributes().get("city")).isEqualTo("beijing");
            });
        });
        assertThat(recordsOfUnit("user", "tok-1")).hasSize(1);
    }

    @Test
    void events_forgedToken_isRejected() {
        Http.Answer answer = with("client").events("{\"id\":\"tok-b\",\"type\":\"exposure\",\"token\":\"AAAA\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("rejected").path(0).path("code").asString())
                .isEqualTo("token_invalid");
    }

    @Test
    void publication_reachesTheEvaluatorWithinAFewHundredMilliseconds() throws Exception {
        Set<String> seen = new HashSet<>();
        long start = System.nanoTime();
        documents().publishBroken(49);
        documents().publish(50, "fresh");
        Await.until("version 50", () -> {
            seen.add(ok("manual", "off", "{\"targetingKey\":\"u\"}")
                    .path("value")
                    .asString());
            return seen.contains("fresh");
        });
        // The poll alone would take 5 s: it was the notification.
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(3.0);
        assertThat(plane().bean(Snapshots.class)
                        .environment(documents().environment())
                        .orElseThrow()
                        .version())
                .isEqualTo(50);
    }

    private JsonNode ok(String kind, String flag, String context) {
        Http.Answer answer = with(kind).evaluate(flag, "{\"context\":" + context + "}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private void assertReason(String flag, String context, String reason, String own) {
        JsonNode json = ok("manual", flag, context);
        assertThat(json.path("reason").asString()).as(json.toString()).isEqualTo(reason);
        assertThat(json.path("metadata").path("reason").asString()).isEqualTo(own);
    }

    private void assertError(String body, String code) {
        Http.Answer answer = with("manual").evaluate("fixed", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("key").asString()).isEqualTo("fixed");
        assertThat(answer.json().path("errorCode").asString()).isEqualTo(code);
        assertThat(answer.json().path("errorDetails").asString()).contains("expected: ");
    }
}
