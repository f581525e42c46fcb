package io.touchstone.standalone.up;

import io.touchstone.assignment.health.DataPlaneHealth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The web server around the planes, and {@code GET /health} of the whole process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HttpConfiguration {

    /** 200 when calls can be answered, else 503; database and Kafka are told, but their loss takes nothing out of service. */
    @Bean
    RouterFunction<ServerResponse> health(ObjectProvider<DataPlaneHealth> dataPlane, PipelineState pipeline) {
        return RouterFunctions.route()
                .GET("/health", request -> answer(dataPlane, pipeline))
                .build();
    }

    private static Mono<ServerResponse> answer(ObjectProvider<DataPlaneHealth> dataPlane, PipelineState pipeline) {
        DataPlaneHealth health = dataPlane.getIfAvailable();
        boolean ready = health == null || health.ready();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", ready ? "UP" : "OUT_OF_SERVICE");
        body.put("pipeline", pipeline.word());
        if (health != null) {
            body.put("database", health.database());
            body.put("kafka", health.kafka());
            body.put("environments", health.environments());
        }
        return ServerResponse.status(ready ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }
}
