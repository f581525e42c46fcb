package io.touchstone.console.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds who calls: the bearer token where there is one, else the session cookie. A request with a wrong token is nobody's, even
 * with a good cookie.
 */
final class OperatorContexts implements ServerSecurityContextRepository {
    static final String OPERATOR = "OPERATOR";
    static final String NEWCOMER = "NEWCOMER";
    private static final String BEARER = "Bearer ";

    private final OperatorTokens tokens;
    private final Sessions sessions;

    OperatorContexts(OperatorTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer
                    ? tokens.find(authorization.substring(BEARER.length()).trim())
                            .map(OperatorContexts::context)
                    : Mono.empty();
        }
        String cookie = SessionCookie.read(exchange.getRequest());
        return cookie == null ? Mono.empty() : sessions.find(cookie).map(OperatorContexts::context);
    }

    private static SecurityContext context(Operator operator) {
        String role = operator.mustChangePassword() ? NEWCOMER : OPERATOR;
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                operator, null, List.of(new SimpleGrantedAuthority("ROLE_" + role))));
    }
}
