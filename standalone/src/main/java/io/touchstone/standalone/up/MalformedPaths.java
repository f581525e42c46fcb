package io.touchstone.standalone.up;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Answers requests whose path is no path: {@code /a%zz}, or with a control character as it is. Spring cannot make an address of
 * them and would answer with an empty 400 before any handler of ours is asked.
 */
final class MalformedPaths implements NettyRouteProvider, WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String PROBLEM = """
            {"type":"urn:touchstone:problem:request_malformed","title":"Bad Request","status":400,"code":"request_malformed",\
            "detail":"path: not readable (expected: percent signs before two hex digits, no control characters)"}""";

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addRouteProviders(this);
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(MalformedPaths::isMalformed, (request, response) -> response.status(400)
                // Its body is not read.
                .keepAlive(false)
                .header("Content-Type", "application/problem+json")
                .header("Cache-Control", "no-store")
                .sendByteArray(Mono.just(PROBLEM.getBytes(StandardCharsets.UTF_8))));
    }

    /** Asked of every request: nearly all are told by a look at their characters. */
    private static boolean isMalformed(HttpServerRequest request) {
        String uri = request.uri();
        for (int i = 0; i < uri.length(); i++) {
            if (!isPlain(uri.charAt(i))) {
                return !parses(uri);
            }
        }
        return false;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '-' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '?'
                || c == '='
                || c == '&';
    }

    private static boolean parses(String uri) {
        try {
            return !new URI(uri.startsWith("/") ? "http://localhost" + uri : uri)
                    .toString()
                    .isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
