package io.touchstone.assignment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a caller with a key against a data plane, over real HTTP. */
record Http(int port, String key) {
    static final String KEY_HEADER = "X-API-Key";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer with its body read as JSON where it is any. */
    record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String code() {
            return json.path("code").asString("");
        }
    }

    Http as(String otherKey) {
        return new Http(port, otherKey);
    }

    Answer evaluate(String flag, String body) {
        return send(request("/ofrep/v1/evaluate/flags/" + flag).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer evaluateUser(String flag, String user) {
        return evaluate(flag, "{\"context\":{\"targetingKey\":\"" + user + "\"}}");
    }

    Answer events(String... events) {
        return eventsBody("{\"events\":[" + String.join(",", events) + "]}");
    }

    /** Repeats a batch that the server could not take, as every client has to. */
    Answer eventsBody(String body) {
        Answer answer = eventsOnce(body);
        for (int tries = 1; answer.status() == 503 && tries < 20; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            answer = eventsOnce(body);
        }
        return answer;
    }

    Answer eventsOnce(String body) {
        return send(request("/api/v1/events").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer eventsGzip(byte[] gzip) {
        return send(request("/api/v1/events")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return key.isEmpty() ? request : request.header(KEY_HEADER, key);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode body = json ? JSON.readTree(response.body()) : JSON.missingNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(StandardCharsets.UTF_8));
    }
}
