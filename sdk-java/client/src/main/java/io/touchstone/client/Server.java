package io.touchstone.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The two calls a client makes. Blocking; only the client's own threads use it. */
final class Server {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI datafile;
    private final URI events;
    private final String apiKey;

    Server(URI baseUri, String apiKey) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
        String base = baseUri.toString().replaceAll("/+$", "");
        this.datafile = URI.create(base + "/api/v1/datafile");
        this.events = URI.create(base + "/api/v1/events");
        this.apiKey = apiKey;
    }

    HttpResponse<byte[]> getDatafile(@Nullable String etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(datafile).GET();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> postEvents(byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(events).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(REQUEST_LIMIT)
                .header("X-API-Key", apiKey)
                .header("Accept", "application/json");
    }
}
