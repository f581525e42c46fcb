package io.touchstone.standalone.up;

import io.touchstone.assignment.health.DataPlaneHealth;
import io.touchstone.pipeline.PipelineHealth;
import io.touchstone.pipeline.progress.Hop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /health}: 200 while calls can be answered, else 503. What slows or stops the counting is told with its
 * reasons, and takes a process out of service only where counting is all it does.
 *
 * @param status HTTP status
 * @param body fields in order
 */
record HealthAnswer(int status, Map<String, Object> body) {

    /**
     * Puts the answer together.
     *
     * @param dataPlane absent if none runs here
     * @param pipeline empty if none runs here
     * @param answersCalls whether a data plane or control plane runs here
     */
    static HealthAnswer of(
            @Nullable DataPlaneHealth dataPlane, Optional<PipelineHealth> pipeline, boolean answersCalls) {
        boolean ready = dataPlane == null || dataPlane.ready();
        boolean degraded = pipeline.map(health -> health.state() == PipelineHealth.State.DEGRADED)
                .orElse(false);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", !ready ? "OUT_OF_SERVICE" : degraded ? "DEGRADED" : "UP");
        body.put("pipeline", pipeline.map(health -> health.state().key()).orElse("elsewhere"));
        pipeline.ifPresent(health -> counting(body, health));
        if (dataPlane != null) {
            body.put("database", dataPlane.database());
            body.put("kafka", dataPlane.kafka());
            body.put("environments", dataPlane.environments());
        }
        return new HealthAnswer(ready && (answersCalls || !degraded) ? 200 : 503, body);
    }

    private static void counting(Map<String, Object> body, PipelineHealth health) {
        if (!health.reasons().isEmpty()) {
            body.put("reasons", health.reasons());
        }
        Map<String, Long> lag = new LinkedHashMap<>();
        for (Hop hop : Hop.values()) {
            Long waiting = health.progress().waiting().get(hop);
            if (waiting != null) {
                lag.put(hop.key(), waiting);
            }
        }
        body.put("lag", lag);
        health.progress()
                .countedThrough()
                .map(Instant::toString)
                .ifPresent(through -> body.put("countedThrough", through));
    }
}
