package io.touchstone.assignment.health;

import io.touchstone.assignment.http.ProblemAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /health}, for a process in which the data plane is alone; elsewhere {@link DataPlaneHealth} is one of several. */
@Configuration(proxyBeanMethods = false)
public class HealthRouteConfiguration {
    @Bean
    RouterFunction<ServerResponse> healthRoute(DataPlaneHealth health) {
        return RouterFunctions.route()
                .GET("/health", new HealthHandler(health)::get)
                .route(
                        RequestPredicates.path("/health"),
                        request -> ProblemAnswers.methodNotAllowed(request, HttpMethod.GET))
                .build();
    }
}
