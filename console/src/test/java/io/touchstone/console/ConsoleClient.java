package io.touchstone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator that calls the control plane over HTTP and reads its answers. */
public final class ConsoleClient {
    /** For {@code If-Match}: the ETag that the path has now. */
    public static final String CURRENT = "(current)";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final WebTestClient http;

    private ConsoleClient(WebTestClient http) {
        this.http = http;
    }

    /** With the launcher's token. */
    public static ConsoleClient operator() {
        ConsoleServer server = ConsoleServer.shared();
        return new ConsoleClient(client(server.port())
                .mutate()
                .defaultHeader("Authorization", "Bearer " + server.token())
                .build());
    }

    /** Without any credentials. */
    public static ConsoleClient nobody() {
        return new ConsoleClient(client(ConsoleServer.shared().port()));
    }

    public static WebTestClient client(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** The plain client. */
    public WebTestClient http() {
        return http;
    }

    /** A project with environment {@code test} of its own; gives the environment's path. */
    public String newEnvironment() {
        String key = "p" + NAMES.incrementAndGet();
        post("/api/v1/projects", "{'key':'" + key + "'}").is(201);
        String project = "/api/v1/projects/" + key;
        post(project + "/environments", "{'key':'test','zone':'Asia/Shanghai'}").is(201);
        return project + "/environments/test";
    }

    /** The path of the project an environment belongs to. */
    public static String projectOf(String environment) {
        return environment.substring(0, environment.indexOf("/environments/"));
    }

    /** A string flag with the default {@code none}. */
    public void newFlag(String environment, String key) {
        post(projectOf(environment) + "/flags", "{'key':'" + key + "','type':'string','default':'none'}")
                .is(201);
    }

    /** A conversion metric. */
    public void newMetric(String environment, String key) {
        post(
                        projectOf(environment) + "/metrics",
                        "{'key':'" + key + "','kind':'conversion','event':'" + key
                                + "','direction':'increase','unit':'%','range':'positive'}")
                .is(201);
    }

    /** A draft of two variants on a flag, with some slots. */
    public Answer newDraft(String environment, String key, String flag, String slots) {
        return post(environment + "/experiments", draft(key, flag, slots)).is(201);
    }

    public static String draft(String key, String flag, String slots) {
        return "{'key':'" + key + "','flag':'" + flag + "','slots':" + slots
                + ",'variants':[{'key':'control','weight':1,'value':'none'},{'key':'coupon','weight':1,'value':'off20'}]"
                + ",'metrics':[{'key':'purchase'}]}";
    }

    public Answer get(String path, String... headers) {
        return send(HttpMethod.GET, path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send(HttpMethod.PUT, path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send(HttpMethod.PATCH, path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send(HttpMethod.DELETE, path, null, headers);
    }

    /** @param body JSON with {@code '} for {@code "} */
    public Answer send(HttpMethod method, String path, String body, String... headers) {
        WebTestClient.RequestBodySpec request = http.method(method).uri(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(
                    headers[i], headers[i + 1].equals(CURRENT) ? get(path).etag() : headers[i + 1]);
        }
        WebTestClient.RequestHeadersSpec<?> ready = body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        var result = ready.exchange().expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text);
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public Answer is(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }

        /** A problem of that status and code, complete and without a trace of our code. */
        public Answer isProblem(int expected, String code) {
            is(expected);
            assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(json().path("code").asString()).as(text).isEqualTo(code);
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            assertThat(json().path("type").asString()).isEqualTo("urn:touchstone:problem:" + code);
            assertThat(json().path("title").asString()).isNotEmpty();
            assertThat(text).doesNotContain("Exception", "io.touchstone", "\tat ");
            return this;
        }

        public Answer detail(String part) {
            assertThat(json().path("detail").asString()).contains(part);
            return this;
        }

        /** The detail, which begins with the path of the field and nothing before it. */
        public Answer detailStarts(String start) {
            assertThat(json().path("detail").asString()).startsWith(start);
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The text at a JSON pointer. */
        public String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isMissingNode() ? "absent" : node.isString() ? node.stringValue() : node.toString();
        }

        public String etag() {
            return String.valueOf(headers.getETag());
        }
    }
}
