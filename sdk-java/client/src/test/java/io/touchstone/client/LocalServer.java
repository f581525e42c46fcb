package io.touchstone.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventBatch;
import io.touchstone.core.event.EventCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A data plane of one file and a list: real HTTP on a free port, answers as told. */
final class LocalServer implements AutoCloseable {
    static final String KEY = "tsk_server_k7Qm2xWa_0123456789abcdef0123456789abcdef";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Integer> nextStatuses = new ArrayDeque<>();
    private final List<List<String>> batches = new ArrayList<>();
    private final List<Event> accepted = new ArrayList<>();
    private final ConcurrentHashMap<Integer, Integer> datafileAnswers = new ConcurrentHashMap<>();
    private volatile String datafile;
    private volatile String eventAnswer = "{\"accepted\":1,\"rejected\":[],\"warnings\":[]}";
    private volatile int defaultStatus = 200;

    LocalServer(String datafile) throws IOException {
        this(datafile, 0);
    }

    LocalServer(String datafile, int port) throws IOException {
        this.datafile = datafile;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(threads);
        http.createContext("/api/v1/datafile", this::answerDatafile);
        http.createContext("/api/v1/events", this::answerEvents);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    int port() {
        return http.getAddress().getPort();
    }

    void publish(String newDatafile) {
        datafile = newDatafile;
    }

    void failNext(Integer... statuses) {
        synchronized (nextStatuses) {
            nextStatuses.addAll(List.of(statuses));
        }
    }

    void failAlways(int status) {
        defaultStatus = status;
    }

    void answerEventsWith(String json) {
        eventAnswer = json;
    }

    /** How often the datafile was answered with the status. */
    int datafileAnswers(int status) {
        return datafileAnswers.getOrDefault(status, 0);
    }

    /** Ids of each body that came, refused ones included. */
    List<List<String>> batches() {
        synchronized (batches) {
            return List.copyOf(batches);
        }
    }

    /** Events of the bodies that were answered with 200. */
    List<Event> accepted() {
        synchronized (batches) {
            return List.copyOf(accepted);
        }
    }

    /** Waits for a condition, at most ten seconds. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within ten seconds: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answerDatafile(HttpExchange exchange) throws IOException {
        String body = datafile;
        String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        int status = 200;
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"))) {
            status = 401;
        } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            status = 304;
        }
        exchange.getResponseHeaders().set("ETag", etag);
        send(exchange, status, status == 200 ? body : "");
        datafileAnswers.merge(status, 1, Integer::sum);
    }

    private void answerEvents(HttpExchange exchange) throws IOException {
        EventBatch batch = EventCodec.readBatch(exchange.getRequestBody().readAllBytes());
        int status;
        synchronized (nextStatuses) {
            status = nextStatuses.isEmpty() ? defaultStatus : nextStatuses.remove();
        }
        synchronized (batches) {
            batches.add(batch.events().stream().map(e -> e.event().id()).toList());
            if (status == 200) {
                batch.events().forEach(event -> accepted.add(event.event()));
            }
        }
        send(exchange, status, status == 200 ? eventAnswer : "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
