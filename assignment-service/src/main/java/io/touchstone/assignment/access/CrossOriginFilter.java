package io.touchstone.assignment.access;

import io.touchstone.assignment.publication.Snapshots;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Cross-origin calls of browsers to the data plane. A preflight carries no key, so it is answered for the origins of all
 * client keys together; the call itself is then held to its own key's origins by {@link AccessGate}.
 *
 * <p>A filter and not a handler: it has to stand before everything that would refuse a call without credentials.
 */
public final class CrossOriginFilter implements WebFilter, Ordered {
    private static final List<String> PATHS = List.of("/ofrep/", "/api/v1/events", "/api/v1/datafile");
    private static final String ALLOWED_HEADERS =
            "Content-Type, Content-Encoding, X-API-Key, Authorization, If-None-Match";
    private static final String EXPOSED_HEADERS = "ETag, Retry-After";
    private static final String MAX_AGE_SECONDS = "3600";

    private final Snapshots snapshots;

    public CrossOriginFilter(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!covers(request.getPath().value())) {
            return chain.filter(exchange);
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeaders().getOrigin();
        boolean known = origin != null && snapshots.knowsOrigin(origin);
        if (known) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
        if (!CorsUtils.isPreFlightRequest(request)) {
            return chain.filter(exchange);
        }
        return preflight(exchange.getResponse(), known);
    }

    /** Takes back what was granted before the key was known. */
    static void withdraw(ServerHttpResponse response) {
        response.getHeaders().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        response.getHeaders().remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
    }

    private static Mono<Void> preflight(ServerHttpResponse response, boolean known) {
        HttpHeaders headers = response.getHeaders();
        if (known) {
            headers.set(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.GET.name() + ", " + HttpMethod.POST.name());
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        }
        response.setStatusCode(known ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN);
        return response.setComplete();
    }

    private static boolean covers(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }
}
