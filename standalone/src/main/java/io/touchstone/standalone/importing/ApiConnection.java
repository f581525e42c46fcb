package io.touchstone.standalone.importing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Requests and answers as JSON; knows neither paths nor retries. Closing it ends its connections. */
public final class ApiConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** @param server where the API answers */
    public ApiConnection(URI server) {
        this.server = server;
    }

    /** Reads and writes its bodies. */
    public JsonMapper json() {
        return json;
    }

    URI server() {
        return server;
    }

    /** A request without a body. */
    Answer send(String method, String path, String token) throws ImportStop, IOException, InterruptedException {
        return answer(authorised(path, token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** A POST that the server does once however often it arrives with that key. */
    Answer post(String path, String token, String idempotencyKey, JsonNode body)
            throws ImportStop, IOException, InterruptedException {
        return answer(authorised(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    /** A POST with an API key, of something whose repetition does no harm. */
    public Answer post(String path, String key, JsonNode body) throws ImportStop, IOException, InterruptedException {
        return answer(request(path)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    /** Compressed events with the text of an API key. */
    public Answer sendEvents(byte[] gzip, String key) throws ImportStop, IOException, InterruptedException {
        HttpRequest request = request("/api/v1/events")
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip))
                .build();
        return answer(request);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest.Builder authorised(String path, String token) throws ImportStop {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) throws ImportStop {
        try {
            return HttpRequest.newBuilder(server.resolve(path))
                    .timeout(ANSWER)
                    .header("Accept", "application/json, application/problem+json");
        } catch (IllegalArgumentException e) {
            throw ImportStop.refused("server: " + server + " (expected: an address such as http://127.0.0.1:8080)");
        }
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new Answer(response.statusCode(), parse(response.body()), retryAfter);
    }

    private JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** What to tell when the server cannot be reached. */
    ImportStop unreachable(IOException e) {
        String why = e instanceof ConnectException ? "nothing answers there" : String.valueOf(e.getMessage());
        return ImportStop.refused("Touchstone at " + server + " cannot be reached: " + why
                + " (expected: a running server; start it with ./touchstone up)");
    }
}
