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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private volatile boolean streaming;
    private volatile boolean datafileFails;
    private volatile String heartbeat = ":\n\n";
    private final List<String> streamsOpened = new CopyOnWriteArrayList<>();
    private final Set<OutputStream> streams = ConcurrentHashMap.newKeySet();

    LocalServer(String datafile) throws IOException {
        this(datafile, 0);
    }

    LocalServer(String datafile, int port) throws IOException {
        this.datafile = datafile;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(threads);
        http.createContext("/api/v1/datafile", this::answerDatafile);
        http.createContext("/api/v1/datafile/stream", this::answerStream);
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
        sayToStreams(event());
    }

    /** From now on there is a stream. Before there is none, as on a server of before. */
    LocalServer streaming() {
        streaming = true;
        return this;
    }

    /** Streams fall silent. */
    void silence() {
        heartbeat = "";
    }

    /** Ends all streams; new ones are refused. */
    void cutStreams() {
        streaming = false;
        streams.clear();
    }

    int streamsOpen() {
        return streams.size();
    }

    /** The {@code Last-Event-ID} of each stream that was opened; {@code none} without one. */
    List<String> streamsOpened() {
        return List.copyOf(streamsOpened);
    }

    void failNext(Integer... statuses) {
        synchronized (nextStatuses) {
            nextStatuses.addAll(List.of(statuses));
        }
    }

    /** Whether the datafile is answered with 500. */
    void failDatafile(boolean failing) {
        datafileFails = failing;
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
        streams.clear();
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
        status = datafileFails ? 500 : status;
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, status == 200 ? body : "");
        datafileAnswers.merge(status, 1, Integer::sum);
    }

    private void answerStream(HttpExchange exchange) throws IOException {
        if (!streaming) {
            send(exchange, 404, "");
            return;
        }
        String known = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            streams.add(out);
            streamsOpened.add(known == null ? "none" : known);
            say(out, "retry: 10\n\n" + (event().startsWith("id: " + known + "\n") ? "" : event()));
            while (streams.contains(out)) {
                LockSupport.parkNanos(10_000_000);
                say(out, heartbeat);
            }
        } catch (IOException e) {
            streams.removeIf(out -> out == exchange.getResponseBody()); // the client has gone
        }
    }

    private String event() {
        Matcher version = Pattern.compile("\"version\": ?([0-9]+)").matcher(datafile);
        return "id: " + (version.find() ? version.group(1) : "none") + "\nevent: datafile\ndata: {}\n\n";
    }

    private void sayToStreams(String text) {
        for (OutputStream out : streams) {
            try {
                say(out, text);
            } catch (IOException e) {
                streams.remove(out);
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        synchronized (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
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
