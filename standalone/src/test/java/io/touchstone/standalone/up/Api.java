package io.touchstone.standalone.up;

import io.touchstone.standalone.RunningTouchstone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a test calls it: JSON in and out, an unexpected status fails. */
public final class Api implements AutoCloseable {
    public static final String PROJECT = "/api/v1/projects/default";
    public static final String ENVIRONMENT = PROJECT + "/environments/production";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningTouchstone touchstone;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();

    public Api(RunningTouchstone touchstone) {
        this.touchstone = touchstone;
    }

    /** As an operator. */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + touchstone.token())
                .POST(BodyPublishers.ofString(body)));
    }

    /** As an operator. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + touchstone.token())
                .GET());
    }

    /** With an API key. */
    public JsonNode get(String path, String key) throws IOException, InterruptedException {
        return send(request(path).header("X-API-Key", key).GET());
    }

    /** With an API key. */
    public JsonNode post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path).header("X-API-Key", key).POST(BodyPublishers.ofString(body)));
    }

    /** Replaces what stands there, as an operator. */
    public JsonNode put(String path, String body) throws IOException, InterruptedException {
        String authorization = "Bearer " + touchstone.token();
        HttpResponse<String> current = client.send(
                request(path).header("Authorization", authorization).GET().build(), BodyHandlers.ofString());
        return send(request(path)
                .header("Authorization", authorization)
                .header("If-Match", current.headers().firstValue("ETag").orElse("absent"))
                .PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(touchstone.address().resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    /** What is not JSON. */
    String text(String path) throws IOException, InterruptedException {
        return body(request(path).GET());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return json.readTree(body(request));
    }

    private String body(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest built = request.build();
        HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    built.method() + " " + built.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
