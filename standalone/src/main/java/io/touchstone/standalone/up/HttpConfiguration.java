package io.touchstone.standalone.up;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.touchstone.assignment.health.DataPlaneHealth;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** The web server around the planes, {@code GET /health} of the whole process, and the meters of its pipeline. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HttpConfiguration {

    @Bean
    RouterFunction<ServerResponse> health(
            ObjectProvider<DataPlaneHealth> dataPlane, PipelineState pipeline, UpOptions options) {
        return RouterFunctions.route()
                .GET("/health", request -> {
                    HealthAnswer answer =
                            HealthAnswer.of(dataPlane.getIfAvailable(), pipeline.health(), options.answersCalls());
                    return ServerResponse.status(answer.status())
                            .cacheControl(CacheControl.noStore())
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(answer.body());
                })
                .route(
                        RequestPredicates.path("/health"),
                        request -> Mono.error(new MethodNotAllowedException(request.method(), List.of(HttpMethod.GET))))
                .build();
    }

    @Bean
    MalformedPaths malformedPaths() {
        return new MalformedPaths();
    }

    @Bean
    MeterBinder pipelineMeters(PipelineState pipeline) {
        return meters ->
                pipeline.service().ifPresent(service -> service.meters().bindTo(meters));
    }
}
