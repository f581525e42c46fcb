package io.touchstone.standalone.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the REST contract (docs/formats/rest-api.md) as far as an import meets it: resources in maps, events by unit and id, a report
 * counted from them. The flow of the command is tested against it; the numbers are tested against the real servers.
 */
final class StandInServer implements AutoCloseable {

    static final String TOKEN = "operator-token";
    static final Instant START = Instant.parse("2026-11-22T08:00:00.123Z");

    private static final String PROJECT = "/api/v1/projects/default";
    private static final String ENVIRONMENT = PROJECT + "/environments/production";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, ObjectNode> flags = new LinkedHashMap<>();
    private final Map<String, ObjectNode> metrics = new LinkedHashMap<>();
    private final Map<String, ObjectNode> experiments = new LinkedHashMap<>();
    private final Map<String, ObjectNode> keys = new LinkedHashMap<>();
    private final Map<String, ObjectNode> imports = new LinkedHashMap<>();
    private final Map<String, JsonNode> events = new LinkedHashMap<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final List<List<String>> batchIds = new ArrayList<>();
    private int eventCalls;
    private Instant countedThrough = START.minusSeconds(1);
    private int created;
    private UnaryOperator<Reply> eventsAnswer = reply -> reply;

    /** A status and a body. */
    record Reply(int status, JsonNode body) {}

    StandInServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What becomes of the answers to events; one that returns null makes the server forget the batch and hang up. */
    synchronized void answerEvents(UnaryOperator<Reply> change) {
        eventsAnswer = change;
    }

    synchronized int eventCalls() {
        return eventCalls;
    }

    synchronized List<JsonNode> events() {
        return List.copyOf(events.values());
    }

    synchronized List<JsonNode> events(String type) {
        return events.values().stream()
                .filter(event -> event.path("type").asString("").equals(type))
                .toList();
    }

    synchronized List<Integer> batchSizes() {
        return List.copyOf(batchSizes);
    }

    /** Ids of every batch that arrived, those that were turned away included. */
    synchronized List<List<String>> batchIds() {
        return List.copyOf(batchIds);
    }

    synchronized Map<String, ObjectNode> experiments() {
        return experiments;
    }

    synchronized Map<String, ObjectNode> metrics() {
        return metrics;
    }

    synchronized Map<String, ObjectNode> flags() {
        return flags;
    }

    synchronized Map<String, ObjectNode> imports() {
        return imports;
    }

    synchronized Map<String, ObjectNode> keys() {
        return keys;
    }

    /** How many resources were created. */
    synchronized int created() {
        return created;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply;
            try {
                reply = answer(exchange, body);
            } catch (RuntimeException e) {
                reply = problem(500, "internal_error", e.toString());
            }
            if (reply == null) {
                return;
            }
            byte[] bytes = reply.body().isMissingNode() ? new byte[0] : json.writeValueAsBytes(reply.body());
            if (reply.status() == 503 || reply.status() == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/v1/events")) {
            return eventsAnswer(exchange, body);
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "unauthenticated", "token: unknown (expected: an operator's)");
        }
        return resource(
                exchange.getRequestMethod() + " " + path,
                body.length == 0 ? json.createObjectNode() : json.readTree(body));
    }

    private Reply resource(String call, JsonNode body) {
        if (call.equals("GET " + PROJECT + "/environments")) {
            ObjectNode environment =
                    json.createObjectNode().put("key", "production").put("zone", "Asia/Shanghai");
            return list(List.of(environment));
        }
        if (call.equals("GET " + ENVIRONMENT + "/keys")) {
            return list(keys.values());
        }
        if (call.startsWith("POST " + ENVIRONMENT + "/keys")) {
            return createKey((ObjectNode) body);
        }
        if (call.startsWith("DELETE " + ENVIRONMENT + "/keys/")) {
            keys.get(call.substring(call.lastIndexOf('/') + 1)).put("revokedAt", START.toString());
            return new Reply(204, json.missingNode());
        }
        if (call.equals("POST " + ENVIRONMENT + "/imports")) {
            return openImport(body);
        }
        if (call.startsWith("POST " + ENVIRONMENT + "/imports/") && call.endsWith("/seal")) {
            ObjectNode one = imports.get(call.split("/")[8]);
            one.put("state", "sealed").set("rows", body.get("rows"));
            return new Reply(200, one);
        }
        if (call.endsWith("/start")) {
            return start(experiments.get(call.split("/")[8]));
        }
        if (call.endsWith("/report")) {
            return report(experiments.get(call.split("/")[8]));
        }
        return stored(call, (ObjectNode) body);
    }

    private Reply stored(String call, ObjectNode body) {
        Map<String, Map<String, ObjectNode>> collections = Map.of(
                PROJECT + "/flags", flags, PROJECT + "/metrics", metrics, ENVIRONMENT + "/experiments", experiments);
        for (Map.Entry<String, Map<String, ObjectNode>> one : collections.entrySet()) {
            if (call.equals("POST " + one.getKey())) {
                created++;
                ObjectNode added = one.getValue() == experiments ? body.put("state", "draft") : body;
                if (one.getValue() == metrics) {
                    added.put("version", 1);
                }
                return one.getValue().putIfAbsent(body.path("key").asString(), added) == null
                        ? new Reply(201, added)
                        : problem(409, "already_exists", "key: taken (expected: a new one)");
            }
            String item = "GET " + one.getKey() + "/";
            if (call.startsWith(item) && one.getValue().containsKey(call.substring(item.length()))) {
                return new Reply(200, one.getValue().get(call.substring(item.length())));
            }
        }
        return problem(404, "not_found", call);
    }

    private Reply createKey(ObjectNode body) {
        String id = "key0000" + keys.size();
        keys.put(id, body.put("id", id));
        return new Reply(201, body.deepCopy().put("secret", "tsk_import_" + id + "_secret"));
    }

    private Reply openImport(JsonNode body) {
        String hash = body.path("fileSha256").asString();
        long next = 1;
        for (ObjectNode one : imports.values()) {
            if (one.path("fileSha256").asString().equals(hash)) {
                return new Reply(200, one);
            }
            if (!body.path("append").asBoolean(false)) {
                return problem(409, "import_exists", "fileSha256: another");
            }
            if (one.path("state").asString().equals("open")) {
                return problem(409, "import_open", "import: open");
            }
            next += one.path("rows").asLong();
        }
        String id = "imp_" + (imports.size() + 1);
        ObjectNode opened = json.createObjectNode()
                .put("id", id)
                .put("state", "open")
                .put("nextRow", next)
                .put("fileSha256", hash);
        imports.put(id, opened);
        return new Reply(201, opened);
    }

    private Reply start(ObjectNode experiment) {
        Instant start = experiment.has("startsAt")
                ? Instant.parse(experiment.path("startsAt").asString())
                : START;
        experiment
                .put("state", "running")
                .putArray("phases")
                .addObject()
                .put("number", 1)
                .put("startsAt", start.toString());
        return new Reply(200, experiment);
    }

    private Reply eventsAnswer(HttpExchange exchange, byte[] gzip) {
        eventCalls++;
        JsonNode body = json.readTree(expanded(gzip));
        List<String> ids = new ArrayList<>();
        body.path("events").forEach(event -> ids.add(event.path("id").asString()));
        batchIds.add(ids);
        Reply reply = eventsAnswer.apply(judge(exchange.getRequestHeaders().getFirst("X-API-Key"), body));
        if (reply != null && reply.status() == 200) {
            batchSizes.add(ids.size());
            body.path("events")
                    .forEach(event -> events.putIfAbsent(
                            unit(event) + "/" + event.path("id").asString(), event));
        }
        return reply;
    }

    private Reply judge(String key, JsonNode body) {
        ObjectNode known = keys.values().stream()
                .filter(one -> ("tsk_import_" + one.path("id").asString() + "_secret").equals(key))
                .findFirst()
                .orElse(null);
        if (known == null || known.has("revokedAt")) {
            return problem(401, known == null ? "key_unknown" : "key_revoked", "key");
        }
        ObjectNode target = imports.get(body.path("import").asString(""));
        if (target == null || !target.path("state").asString().equals("open")) {
            return target == null ? problem(400, "import_unknown", "import") : problem(409, "import_sealed", "import");
        }
        ObjectNode answer =
                json.createObjectNode().put("accepted", body.path("events").size());
        answer.putArray("rejected");
        answer.putArray("warnings");
        return new Reply(200, answer);
    }

    private Reply report(ObjectNode experiment) {
        ObjectNode report =
                json.createObjectNode().put("experiment", experiment.path("key").asString());
        report.putObject("freshness")
                .put("countedThrough", countedThrough.toString())
                .put("lagMillis", Duration.between(countedThrough, START).toMillis());
        countedThrough = START;
        ArrayNode list = report.putArray("metrics");
        for (JsonNode use : experiment.path("metrics")) {
            list.add(metricReport(experiment, metrics.get(use.path("key").asString())));
        }
        return new Reply(200, report);
    }

    private ObjectNode metricReport(ObjectNode experiment, ObjectNode metric) {
        Map<String, String> variantOf = new LinkedHashMap<>();
        events("exposure")
                .forEach(event ->
                        variantOf.putIfAbsent(unit(event), event.path("variant").asString()));
        Map<String, Double> sumOf = new LinkedHashMap<>();
        events("outcome").stream()
                .filter(event -> event.path("name")
                        .asString()
                        .equals(metric.path("event").asString()))
                .forEach(event -> sumOf.merge(unit(event), event.path("value").asDouble(1), Double::sum));
        boolean conversion = metric.path("kind").asString().equals("conversion");
        ObjectNode result =
                json.createObjectNode().put("key", metric.path("key").asString());
        ArrayNode list = result.putArray("variants");
        for (JsonNode variant : experiment.path("variants")) {
            List<String> units = variantOf.keySet().stream()
                    .filter(unit ->
                            variantOf.get(unit).equals(variant.path("key").asString()))
                    .toList();
            double total = units.stream()
                    .mapToDouble(unit -> conversion ? (sumOf.containsKey(unit) ? 1 : 0) : sumOf.getOrDefault(unit, 0.0))
                    .sum();
            ObjectNode arm =
                    list.addObject().put("key", variant.path("key").asString()).put("units", units.size());
            if (conversion) {
                arm.put("count", (long) total);
            }
            arm.put("value", units.isEmpty() ? 0 : total / units.size());
        }
        return result;
    }

    private static String unit(JsonNode event) {
        return event.path("units").path("user").asString();
    }

    private Reply list(Iterable<ObjectNode> items) {
        ObjectNode page = json.createObjectNode();
        ArrayNode array = page.putArray("items");
        items.forEach(array::add);
        return new Reply(200, page);
    }

    Reply problem(int status, String code, String detail) {
        return new Reply(status, json.createObjectNode().put("code", code).put("detail", detail));
    }

    private static byte[] expanded(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] plain = in.readAllBytes();
            if (plain.length > EventBatch.MAX_BYTES) {
                throw new IllegalArgumentException("batch: " + plain.length + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(new String(gzip, StandardCharsets.ISO_8859_1), e);
        }
    }
}
