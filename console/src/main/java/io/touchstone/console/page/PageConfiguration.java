package io.touchstone.console.page;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The routes of the page: its addresses all get the one document, its files are served as they were built. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {

    private static final RequestPredicate READ = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> pageRoutes() {
        PageFiles files = new PageFiles();
        return RouterFunctions.route()
                .route(READ.and(path("/", "/p/**", "/methods", "/methods/**")), files::document)
                .route(
                        READ.and(path("/assets/{name}")),
                        request -> files.asset(request, "assets/" + request.pathVariable("name")))
                .route(READ.and(path("/mark.svg")), request -> files.unversioned(request, "mark.svg"))
                .route(READ.and(path("/theme-first.js")), request -> files.unversioned(request, "theme-first.js"))
                .build();
    }

    private static RequestPredicate path(String... patterns) {
        return Arrays.stream(patterns)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
