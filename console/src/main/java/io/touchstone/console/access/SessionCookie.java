package io.touchstone.console.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The cookie of a browser session: out of reach of scripts and of other sites' writes. */
final class SessionCookie {
    static final String NAME = "touchstone_session";

    private SessionCookie() {}

    static @Nullable String read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    static ResponseCookie of(ServerHttpRequest request, String secret) {
        return cookie(request, secret, Sessions.LIFETIME);
    }

    static ResponseCookie expired(ServerHttpRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static ResponseCookie cookie(ServerHttpRequest request, String value, Duration maxAge) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure("https".equalsIgnoreCase(request.getURI().getScheme()))
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }
}
