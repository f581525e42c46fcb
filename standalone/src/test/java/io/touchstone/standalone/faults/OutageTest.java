package io.touchstone.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Database, broker, control plane, data plane and pipeline in five processes; database and broker go away and come back. What
 * was acknowledged is counted once, what was not is sent again under its id, and nobody has to lend a hand.
 */
@Tag("slow")
class OutageTest {

    private static final String ENVIRONMENT = "/api/v1/projects/default/environments/production";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int databasePort = FreePort.pick();
    private final int kafkaPort = FreePort.pick();
    private final int consolePort = FreePort.pick();
    private final int assignmentPort = FreePort.pick();
    private String operatorToken = "";
    private String apiKey = "";

    @Test
    void databaseThenBroker_stopAndComeBack_nothingAcknowledgedIsLost() throws Exception {
        try (PlaneProcess database = start("database", databasePort, Map.of());
                PlaneProcess broker = start("broker", kafkaPort, Map.of())) {
            Map<String, String> servers = servers();
            try (PlaneProcess pipeline = PlaneProcess.start("pipeline", folder.resolve("pipeline"), servers);
                    PlaneProcess console = start("console", consolePort, servers);
                    PlaneProcess assignment = start("assignment", assignmentPort, servers)) {
                operatorToken = Files.readString(folder.resolve("console/secrets/operator.token"))
                        .strip();
                createExperiment();
                Await.until("the experiment to answer", () -> evaluate("first").contains("SPLIT"));
                acceptedOutcome("first");
                Await.until("the first unit to be counted", () -> counted() == 1);

                database.stop();
                assertTrue(evaluate("second").contains("SPLIT"), "evaluation without PostgreSQL");
                acceptedOutcome("second");
                assignment.stop();
                assignment.startAgain();
                Await.until(
                        "evaluation from the disk copy", () -> evaluate("third").contains("SPLIT"));
                acceptedOutcome("third");
                database.startAgain();
                Await.until("all three units to be counted", () -> counted() == 3);

                Await.until(
                        "the fourth unit to be counted",
                        () -> evaluate("fourth").contains("SPLIT") && counted() == 4);
                String fourth = purchase("fourth", "order-4");
                broker.stop();
                long asked = System.nanoTime();
                HttpResponse<String> refused = send(fourth);
                assertEquals(503, refused.statusCode(), refused.body());
                assertTrue(System.nanoTime() - asked < Duration.ofSeconds(1).toNanos(), "503 within a second");
                assertTrue(refused.headers().firstValue("Retry-After").isPresent());
                assertTrue(evaluate("first").contains("SPLIT"), "evaluation without Kafka");
                broker.startAgain();
                Await.until("what was refused to be taken", () -> send(fourth).statusCode() == 200);
                assertEquals(200, send(fourth).statusCode(), "sent twice");
                Await.until(
                        "evaluation to record exposures again",
                        () -> evaluate("fifth").contains("SPLIT") && counted() == 5);
                acceptedOutcome("fifth");
                Await.until("every unit to have converted", () -> converted() >= 5);
                assertEquals(5, converted(), "once, whatever was sent twice");
                assertTrue(console != null && pipeline != null);
            }
        }
    }

    private PlaneProcess start(String plane, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        return PlaneProcess.start(
                plane, folder.resolve(plane), environment, "--port", Integer.toString(port), "--host", "127.0.0.1");
    }

    private Map<String, String> servers() throws IOException {
        Path key = folder.resolve("pseudonym.key");
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        Files.write(key, bytes);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> servers = new HashMap<>();
        servers.put("TOUCHSTONE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/touchstone");
        servers.put("TOUCHSTONE_DATABASE_USER", "touchstone");
        servers.put(
                "TOUCHSTONE_DATABASE_PASSWORD",
                Files.readString(folder.resolve("database/secrets/database.password"))
                        .strip());
        servers.put("TOUCHSTONE_KAFKA_BOOTSTRAP", "127.0.0.1:" + kafkaPort);
        servers.put("TOUCHSTONE_PSEUDONYM_KEY_FILE", key.toString());
        return servers;
    }

    private void createExperiment() throws Exception {
        String project = "/api/v1/projects/default";
        apiKey = operator(ENVIRONMENT + "/keys", "{\"name\":\"shop\",\"kind\":\"server\"}")
                .path("secret")
                .asString();
        operator(project + "/flags", "{\"key\":\"offer\",\"type\":\"string\",\"default\":\"none\"}");
        operator(
                project + "/metrics",
                "{\"key\":\"bought\",\"kind\":\"conversion\",\"event\":\"buy\",\"direction\":\"increase\","
                        + "\"unit\":\"%\",\"range\":\"positive\"}");
        operator(ENVIRONMENT + "/layers", "{\"key\":\"outage\"}");
        operator(
                ENVIRONMENT + "/experiments",
                "{\"key\":\"winback\",\"flag\":\"offer\",\"layer\":\"outage\",\"variants\":["
                        + "{\"key\":\"control\",\"weight\":1,\"value\":\"none\"},"
                        + "{\"key\":\"coupon\",\"weight\":1,\"value\":\"off20\"}],"
                        + "\"metrics\":[{\"key\":\"bought\",\"role\":\"success\"}]}");
        operator(ENVIRONMENT + "/experiments/winback/start", "{}");
    }

    private JsonNode operator(String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                post(consolePort, path, body)
                        .header("Authorization", "Bearer " + operatorToken)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() / 100 == 2, path + ": " + answer.statusCode() + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    private String evaluate(String user) throws Exception {
        return http.send(
                        post(
                                        assignmentPort,
                                        "/ofrep/v1/evaluate/flags/offer",
                                        "{\"context\":{\"targetingKey\":\"" + user + "\"}}")
                                .header("X-API-Key", apiKey)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void acceptedOutcome(String user) throws Exception {
        HttpResponse<String> answer = send(purchase(user, "order-of-" + user));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(1, JSON.readTree(answer.body()).path("accepted").asInt(), answer.body());
    }

    private static String purchase(String user, String id) {
        // The exposure was recorded a moment ago by the server's clock; an outcome counts from that instant on.
        return "{\"events\":[{\"id\":\"%s\",\"type\":\"outcome\",\"time\":\"%s\",\"units\":{\"user\":\"%s\"},\"name\":\"buy\"}]}"
                .formatted(id, Instant.now().plusSeconds(2), user);
    }

    private HttpResponse<String> send(String events) throws Exception {
        return http.send(
                post(assignmentPort, "/api/v1/events", events)
                        .header("X-API-Key", apiKey)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(int port, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private long counted() throws Exception {
        return overVariants("units");
    }

    private long converted() throws Exception {
        return overVariants("count");
    }

    private long overVariants(String field) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + consolePort + ENVIRONMENT + "/experiments/winback/report"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + operatorToken)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return -1;
        }
        long total = 0;
        for (JsonNode variant :
                JSON.readTree(answer.body()).path("metrics").path(0).path("variants")) {
            total += variant.path(field).asLong();
        }
        return total;
    }
}
