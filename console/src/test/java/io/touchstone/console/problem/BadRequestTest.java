package io.touchstone.console.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class BadRequestTest {
    private final ConsoleClient operator = ConsoleClient.operator();

    @Test
    void body_malformed_is400WithPlace() {
        for (String body : new String[] {"{", "", "null", "{'key':'a'", "{'key':'a'} x", "[1", "nul"}) {
            operator.post("/api/v1/projects", body)
                    .isProblem(400, "json_malformed")
                    .detail("body: ");
        }
    }

    @Test
    void body_nameTwice_is400() {
        operator.post("/api/v1/projects", "{'key':'a','key':'b'}").isProblem(400, "json_duplicate_name");
    }

    @Test
    void body_wrongType_namesTheField() {
        operator.post("/api/v1/projects", "{'key':1}")
                .isProblem(400, "type_invalid")
                .detail("key: 1 (expected: a text)");
        operator.post("/api/v1/projects", "{'key':['a']}")
                .isProblem(400, "type_invalid")
                .detail("key: [\"a\"]");
        operator.post("/api/v1/projects", "[]").isProblem(400, "type_invalid").detail("body: []");
        operator.post("/api/v1/projects", "'text'").isProblem(400, "type_invalid");
    }

    @Test
    void body_unknownField_isNamed() {
        operator.post("/api/v1/projects", "{'key':'a','nmae':'b'}")
                .isProblem(400, "field_unknown")
                .detail("nmae: unknown (expected: key | name)");
    }

    @Test
    void body_missingField_isNamed() {
        operator.post("/api/v1/projects", "{}").isProblem(400, "field_missing").detail("key: absent");
        operator.post("/api/v1/projects", "{'key':null}").isProblem(400, "field_missing");
    }

    @Test
    void body_unstorableText_is400() {
        operator.post("/api/v1/projects", "{'key':'a','name':'\\ud800'}")
                .isProblem(400, "text_surrogate")
                .detail("name: ");
        operator.post("/api/v1/projects", "{'key':'a','name':'x\\u0000'}").isProblem(400, "text_nul");
        operator.http()
                .post()
                .uri("/api/v1/projects")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[] {'{', '"', 'k', (byte) 0xff, '"', ':', '1', '}'})
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void body_deeplyNested_is400() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        operator.post("/api/v1/projects", "{'key':" + deep + "}").isProblem(400, "json_limit");
    }

    @Test
    void body_twoMebibytes_is413() {
        String name = "x".repeat(2 << 20);
        operator.post("/api/v1/projects", "{'key':'a','name':'" + name + "'}").isProblem(413, "body_too_large");
    }

    @Test
    void body_notJson_is415() {
        operator.http()
                .post()
                .uri("/api/v1/projects")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("key=a".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void path_unknown_is404_methodUnknown_is405() {
        operator.get("/api/v1/nothing").isProblem(404, "not_found");
        operator.get("/nothing").isProblem(404, "not_found");
        assertThat(operator.delete("/api/v1/projects")
                        .isProblem(405, "method_not_allowed")
                        .headers()
                        .getAllow())
                .contains(HttpMethod.GET, HttpMethod.POST);
        operator.get("/api/v1/projects", "Accept", "image/png").isProblem(406, "not_acceptable");
    }

    @Test
    void path_withControlCharacters_isAProblemToo() {
        for (String path : List.of("/projects/%00", "/api/v1/projects/%00", "/api/v1/projects/a%0Ab")) {
            Answer answer = raw("GET " + path + " HTTP/1.1", "Authorization: Bearer x");
            assertThat(answer.status()).as(path).isEqualTo(400);
            answer.isProblem(400, "request_malformed");
        }
        raw("GET /%7F HTTP/1.1", "Authorization: Bearer x").isProblem(404, "not_found");
        raw("TRACE /api/v1/projects HTTP/1.1", "Authorization: Bearer x").isProblem(400, "request_malformed");
    }

    /** Clients refuse to send such paths. */
    private static Answer raw(String first, String header) {
        try (Socket socket = new Socket("127.0.0.1", ConsoleServer.shared().port())) {
            socket.setSoTimeout(10_000);
            String request = first + "\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            HttpHeaders headers = new HttpHeaders();
            answer.substring(0, answer.indexOf("\r\n\r\n"))
                    .lines()
                    .skip(1)
                    .forEach(line -> headers.add(line.split(": ", 2)[0], line.split(": ", 2)[1]));
            int status = Integer.parseInt(answer.split(" ", 3)[1]);
            return new Answer(status, headers, answer.substring(answer.indexOf("\r\n\r\n") + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void databaseAway_is503WithRetryAfter() {
        try (ConfigurableApplicationContext alone = ConsoleServer.start(Map.of(
                "spring.r2dbc.url",
                "r2dbc:postgresql://127.0.0.1:1/nothing",
                "spring.r2dbc.username",
                "nobody",
                "spring.r2dbc.password",
                "nothing"))) {
            ConsoleClient.client(ConsoleServer.port(alone))
                    .get()
                    .uri("/api/v1/projects")
                    .header("Authorization", "Bearer tso_any")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("database_unavailable");
        }
    }
}
