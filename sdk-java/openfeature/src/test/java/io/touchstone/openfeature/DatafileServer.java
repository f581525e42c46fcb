package io.touchstone.openfeature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.client.TouchstoneClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A data plane of one datafile on a free port, which may be away. */
final class DatafileServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile @Nullable String datafile;

    /** @param datafile null to answer 503 */
    DatafileServer(@Nullable String datafile) throws IOException {
        this.datafile = datafile;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/api/v1/datafile", this::answerDatafile);
        http.createContext("/api/v1/datafile/stream", exchange -> answer(exchange, 404, ""));
        http.createContext("/api/v1/events", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "{\"accepted\":1,\"rejected\":[],\"warnings\":[]}");
        });
        http.start();
    }

    void publish(@Nullable String newDatafile) {
        datafile = newDatafile;
    }

    /** Options of a client that hears of everything within milliseconds. */
    TouchstoneClientBuilder options() {
        return TouchstoneClient.builder()
                .baseUri(URI.create("http://127.0.0.1:" + http.getAddress().getPort()))
                .apiKey("tsk_server_k7Qm2xWa_0123456789abcdef0123456789abcdef")
                .streaming(false)
                .pollInterval(Duration.ofMillis(20))
                .flushInterval(Duration.ofMillis(5))
                .initLimit(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answerDatafile(HttpExchange exchange) throws IOException {
        String body = datafile;
        if (body == null) {
            answer(exchange, 503, "");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + Integer.toHexString(body.hashCode()) + "\"");
        answer(exchange, 200, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
