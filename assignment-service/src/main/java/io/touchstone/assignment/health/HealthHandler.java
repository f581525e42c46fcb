package io.touchstone.assignment.health;

import io.touchstone.assignment.http.JsonBytes;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /health} of a process that is a data plane only: 200 when ready, else 503; the same details either way. */
public final class HealthHandler {
    private final DataPlaneHealth health;

    public HealthHandler(DataPlaneHealth health) {
        this.health = health;
    }

    /** {@code {"status","database","kafka","environments","confirmed"?}}. */
    public Mono<ServerResponse> get(ServerRequest request) {
        boolean ready = health.ready();
        Instant confirmed = health.confirmed();
        byte[] body = JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringField("status", ready ? "UP" : "OUT_OF_SERVICE");
            json.writeStringField("database", health.database());
            json.writeStringField("kafka", health.kafka());
            json.writeNumberField("environments", health.environments());
            if (confirmed != null) {
                json.writeStringField("confirmed", confirmed.toString());
            }
            json.writeEndObject();
        });
        return ServerResponse.status(ready ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }
}
