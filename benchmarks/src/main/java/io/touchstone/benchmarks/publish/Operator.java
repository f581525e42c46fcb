package io.touchstone.benchmarks.publish;

import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The calls of an operator that the measurement needs, in the environment that every Touchstone begins with. */
final class Operator implements AutoCloseable {
    static final String FLAG = "banner";

    private static final String PROJECT = "/api/v1/projects/default";
    private static final String ENVIRONMENT = PROJECT + "/environments/production";
    private static final String SETTING = ENVIRONMENT + "/flags/" + FLAG;

    private final URI server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String revision = "";

    /** @param token text of an operator's token */
    Operator(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Makes the flag. */
    void createFlag() throws IOException, InterruptedException {
        send(request(PROJECT + "/flags")
                .POST(BodyPublishers.ofString(
                        "{\"key\":\"" + FLAG + "\",\"type\":\"integer\",\"default\":0,\"name\":\"Banner\"}")));
        revision = tag(send(request(SETTING).GET()));
    }

    /** Text of a new server key. */
    String createKey() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request(ENVIRONMENT + "/keys")
                .POST(BodyPublishers.ofString("{\"name\":\"publish benchmark\",\"kind\":\"server\"}")));
        return Fields.of("", CanonicalJson.read(answer.body())).text("secret");
    }

    /** Everybody gets that value from now on; returns when the control plane has published it. */
    void publish(long value) throws IOException, InterruptedException {
        String body =
                "{\"enabled\":true,\"forced\":[],\"prerequisites\":[],\"rules\":[{\"kind\":\"rollout\",\"key\":\"all\","
                        + "\"unitType\":\"user\",\"share\":1000000,\"variant\":\"on\",\"value\":" + value + "}]}";
        revision = tag(send(request(SETTING).header("If-Match", revision).PUT(BodyPublishers.ofString(body))));
    }

    @Override
    public void close() {
        http.close();
    }

    private static String tag(HttpResponse<byte[]> answer) throws IOException {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new IOException("ETag: absent (expected: one)"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8) + " (expected: 200)");
        }
        return answer;
    }
}
