package io.touchstone.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls a client makes. Redirects are not followed: an API key goes where the application said, and nowhere else. All
 * clients of the JVM share the connections.
 */
final class Server {
    /** Longest datafile that is taken. */
    static final int MAX_DATAFILE_BYTES = 16 << 20;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final int MAX_REFUSAL_BYTES = 64 << 10;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    private final URI datafile;
    private final URI stream;
    private final URI events;
    private final String apiKey;
    private final Duration answerLimit;

    /** @param answerLimit how long a datafile may take to arrive, from the request to its last byte */
    Server(URI baseUri, String apiKey, Duration answerLimit) {
        String base = baseUri.toString().replaceAll("/+$", "");
        this.datafile = URI.create(base + "/api/v1/datafile");
        this.stream = URI.create(base + "/api/v1/datafile/stream");
        this.events = URI.create(base + "/api/v1/events");
        this.apiKey = apiKey;
        this.answerLimit = answerLimit;
    }

    /** Asks for the datafile; fails with {@link java.util.concurrent.CancellationException} when the answer limit is over. */
    CompletableFuture<HttpResponse<byte[]>> datafile(@Nullable String etag) {
        HttpRequest.Builder request = request(datafile).header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = send(
                request,
                info -> new LimitedBody(info, info.statusCode() == 200 ? MAX_DATAFILE_BYTES : MAX_REFUSAL_BYTES));
        // The request's own timeout ends with the headers: a server that drips its body would hold the client for ever.
        Future<?> deadline =
                Threads.LOOP.schedule(() -> answer.cancel(true), answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        answer.whenComplete((response, error) -> deadline.cancel(false));
        return answer;
    }

    /**
     * Opens the stream; the answer is complete when the stream has ended.
     *
     * @param version the version that is known; 0 for none
     */
    <T> CompletableFuture<HttpResponse<T>> stream(long version, BodyHandler<T> reader) {
        HttpRequest.Builder request = request(stream).header("Accept", "text/event-stream");
        if (version > 0) {
            request.header("Last-Event-ID", Long.toString(version));
        }
        return send(request, reader);
    }

    HttpResponse<byte[]> postEvents(byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(events)
                .timeout(REQUEST_LIMIT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static <T> CompletableFuture<HttpResponse<T>> send(HttpRequest.Builder request, BodyHandler<T> reader) {
        try {
            return HTTP.sendAsync(request.build(), reader);
        } catch (RuntimeException e) { // a failed call like any other, also where the JDK says it at once
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("X-API-Key", apiKey);
    }
}
