package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The thinnest whole experiment: two variants, one metric, a few events. */
final class Skeleton {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api control;
    private final Api data;
    private String key = "";

    /**
     * @param control where the control plane answers
     * @param data where the data plane answers; may be the same
     */
    Skeleton(Api control, Api data) {
        this.control = control;
        this.data = data;
    }

    void createAndStart() throws IOException, InterruptedException {
        key = control.post(Api.ENVIRONMENT + "/keys", "{\"name\":\"shop\",\"kind\":\"server\"}")
                .path("secret")
                .asString();
        control.post(Api.PROJECT + "/flags", "{\"key\":\"offer\",\"type\":\"string\",\"default\":\"none\"}");
        control.post(Api.PROJECT + "/metrics", """
                {"key":"purchase","kind":"conversion","event":"purchase","direction":"increase","unit":"%"}""");
        control.post(Api.ENVIRONMENT + "/experiments", """
                {"key":"winback","flag":"offer","metrics":[{"key":"purchase","role":"success"}],"variants":[
                 {"key":"control","weight":1,"value":"none"},{"key":"coupon","weight":1,"value":"off20"}]}""");
        control.post(Api.ENVIRONMENT + "/experiments/winback/start", "{}");
    }

    /** A unit met the coupon and bought. */
    void sendUnit(String unit) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String events = """
                {"events":[
                 {"id":"x-%1$s","type":"exposure","time":"%2$s","units":{"user":"%1$s"},"flag":"offer",
                  "experiment":"winback","phase":1,"variant":"coupon","reason":"SPLIT"},
                 {"id":"o-%1$s","type":"outcome","time":"%3$s","units":{"user":"%1$s"},"name":"purchase","value":20}]}""".formatted(unit, now.minusMillis(5), now);
        // The key reaches the data plane with the next publication, a moment later; Kafka may be on its way back.
        JsonNode answer = eventually(() -> data.post("/api/v1/events", events, key));
        assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(2);
    }

    /** The answer to a unit once the start has taken effect. */
    JsonNode evaluate(String unit) throws IOException, InterruptedException {
        return eventually(() -> {
            JsonNode answer = data.post(
                    "/ofrep/v1/evaluate/flags/offer", "{\"context\":{\"targetingKey\":\"" + unit + "\"}}", key);
            if (!answer.path("reason").asString().equals("SPLIT")) {
                throw new IOException(answer.toString());
            }
            return answer;
        });
    }

    /** The report's metrics, once so many units of the coupon have bought. */
    JsonNode awaitBuyers(long count) throws IOException, InterruptedException {
        return eventually(() -> {
            JsonNode metrics =
                    control.get(Api.ENVIRONMENT + "/experiments/winback/report").path("metrics");
            JsonNode coupon = metrics.path(0).path("variants").path(1);
            if (coupon.path("count").asLong() != count) {
                throw new IOException(metrics.toString());
            }
            return metrics;
        });
    }

    private interface Attempt {
        JsonNode get() throws IOException, InterruptedException;
    }

    private static JsonNode eventually(Attempt attempt) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
