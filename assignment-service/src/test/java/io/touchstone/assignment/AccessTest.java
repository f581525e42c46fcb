package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.assignment.publication.Snapshots;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest extends DataPlaneTestCase {
    private static final String EVENT =
            "{\"id\":\"access-1\",\"type\":\"outcome\",\"time\":\"2026-01-01T00:00:00Z\",\"units\":{\"user\":\"u\"},\"name\":\"n\"}";

    @Test
    void call_withoutKey_is401KeyMissing() {
        Http.Answer answer = with("server").as("").events(EVENT);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("key_missing");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void call_withWrongSecretOrUnknownId_is401KeyUnknown() {
        String key = documents().key("server");
        String wrongSecret = key.substring(0, key.length() - 1) + "x";
        String unknownId = key.replace(documents().keyId("server"), "zzzzzzzz");
        for (String wrong : List.of(wrongSecret, unknownId, "nonsense", "tsk_server_" + "a".repeat(41))) {
            Http.Answer answer = with("server").as(wrong).get("/api/v1/datafile");
            assertThat(answer.status()).as(wrong).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("key_unknown");
            assertThat(answer.json().toString()).doesNotContain(Documents.SECRET);
        }
    }

    @Test
    void call_bearerToken_isAKeyToo() {
        HttpRequest.Builder request = with("").as("")
                .request("/api/v1/datafile")
                .header("Authorization", "bearer " + documents().key("server"));
        assertThat(Http.send(request.GET()).status()).isEqualTo(200);
    }

    @Test
    void call_ofAnotherScope_is403KeyScope() {
        assertThat(with("client").get("/api/v1/datafile").code()).isEqualTo("key_scope");
        assertThat(with("import").get("/api/v1/datafile").code()).isEqualTo("key_scope");
        Http.Answer evaluation = with("import").evaluateUser("fixed", "u");
        assertThat(evaluation.status()).isEqualTo(403);
        assertThat(evaluation.json().path("errorDetails").asString()).startsWith("key_scope: ");
    }

    @Test
    void revokedKey_afterItsPublication_is401KeyRevoked() throws Exception {
        documents().publish(10, "none", List.of("manual"));
        Await.until(
                "version 10",
                () -> plane().bean(Snapshots.class)
                                .environment(documents().environment())
                                .orElseThrow()
                                .version()
                        == 10);
        Http.Answer answer = with("manual").get("/api/v1/datafile");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("key_revoked");
    }

    @Test
    void slowKey_aboveItsRate_is429WithRetryAfter() {
        // Charged whether or not Kafka was quick enough to acknowledge.
        with("slow").eventsOnce(batch(990));

        Http.Answer answer = with("slow").eventsOnce(batch(20));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 20);
    }

    @Test
    void datafile_etag_is304ForWhoHasIt() {
        Http server = with("server");
        Http.Answer first = server.get("/api/v1/datafile");
        String etag = first.header("ETag");
        assertThat(first.json().path("environment").asString()).isEqualTo("tea/production");
        assertThat(etag).startsWith("\"");

        Http.Answer again = Http.send(server.request("/api/v1/datafile")
                .header("If-None-Match", "\"other\", W/" + etag)
                .GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(etag);
    }

    @Test
    void preflight_isAnsweredForTheOriginsOfAllClientKeys() {
        for (String origin : List.of(Documents.ORIGIN, Documents.OTHER_ORIGIN)) {
            Http.Answer answer = preflight(origin);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("X-API-Key");
        }
        Http.Answer foreign = preflight("https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void clientKey_fromItsOwnOrigin_mayAndSeesTheETag() {
        Http.Answer answer = fromOrigin("client", Documents.ORIGIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Documents.ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(answer.raw().headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
    }

    @Test
    void clientKey_fromTheOriginOfAnotherKey_is403KeyOrigin() {
        Http.Answer answer = fromOrigin("client", Documents.OTHER_ORIGIN);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("errorDetails").asString()).startsWith("key_origin: ");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void serverKey_inABrowser_isNotOpenedToIt() {
        Http.Answer answer = fromOrigin("server", Documents.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void wrongKey_fromAKnownOrigin_canReadWhy() {
        HttpRequest.Builder request = with("client")
                .as("nonsense")
                .request("/api/v1/events")
                .header("Origin", Documents.ORIGIN)
                .POST(HttpRequest.BodyPublishers.ofString("{\"events\":[]}"));
        Http.Answer answer = Http.send(request);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Documents.ORIGIN);
    }

    @Test
    void health_isUpAndNamesDatabaseAndKafka() {
        Http.Answer answer = with("server").as("").get("/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("UP");
        assertThat(answer.json().path("database").asString()).isEqualTo("up");
        assertThat(answer.json().path("kafka").asString()).isIn("up", "unknown");
    }

    @Test
    void route_byAnotherMethod_is405WithAllow() {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            assertNotAllowed(method, "/api/v1/events", "POST");
            assertNotAllowed(method, "/ofrep/v1/evaluate/flags/fixed", "POST");
        }
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertNotAllowed(method, "/api/v1/datafile", "GET", "HEAD");
            assertNotAllowed(method, "/health", "GET");
        }
    }

    @Test
    void datafile_byHead_isTheSameWithoutABody() {
        Http.Answer answer =
                Http.send(with("server").request("/api/v1/datafile").HEAD());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag"))
                .isEqualTo(with("server").get("/api/v1/datafile").header("ETag"));
        assertThat(answer.raw().body()).isEmpty();
    }

    @Test
    void path_thatDoesNotExist_is404Problem() {
        for (String path :
                List.of("/nothing", "/api/v1/nothing", "/ofrep/v1/nothing", "/projects/%00", "/api/v1/%0A")) {
            Http.Answer answer = with("server").get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo("not_found");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    private void assertNotAllowed(String method, String path, String... allowed) {
        Http.Answer answer = Http.send(
                with("server").request(path).method(method, HttpRequest.BodyPublishers.ofString("{\"events\":[]}")));
        assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method_not_allowed");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Allow").split(", ?")).containsExactlyInAnyOrder(allowed);
    }

    private static String batch(int events) {
        return "{\"events\":[" + String.join(",", Collections.nCopies(events, EVENT)) + "]}";
    }

    private Http.Answer preflight(String origin) {
        return Http.send(with("").as("")
                .request("/ofrep/v1/evaluate/flags/fixed")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-api-key, content-type"));
    }

    private Http.Answer fromOrigin(String kind, String origin) {
        return Http.send(with(kind)
                .request("/ofrep/v1/evaluate/flags/fixed")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{\"context\":{\"targetingKey\":\"u\"}}")));
    }
}
