package io.touchstone.console.access;

import io.touchstone.console.problem.ProblemAnswer;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * The security chain of the control plane: everything under {@code /api/v1} and the actuator, less the routes of the data
 * plane, which know API keys instead and pass by untouched.
 */
public final class ControlPlaneSecurity {
    private static final String[] DATA_PLANE = {
        "/api/v1/events", "/api/v1/datafile", "/api/v1/datafile/**", "/api/v1/assignments/**"
    };
    private static final String SESSION = "/api/v1/session";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OperatorTokens tokens;
    private final Sessions sessions;
    private final ProblemAnswer answer;

    public ControlPlaneSecurity(OperatorTokens tokens, Sessions sessions, ProblemAnswer answer) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.answer = answer;
    }

    /** Builds the chain. */
    public SecurityWebFilterChain chain(ServerHttpSecurity http) {
        ServerWebExchangeMatcher ours = new AndServerWebExchangeMatcher(
                ServerWebExchangeMatchers.pathMatchers("/api/v1/**", "/actuator/**"),
                new NegatedServerWebExchangeMatcher(ServerWebExchangeMatchers.pathMatchers(DATA_PLANE)));
        return http.securityMatcher(ours)
                .securityContextRepository(new OperatorContexts(tokens, sessions))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(ControlPlaneSecurity::isCookieWrite)
                        .accessDeniedHandler((exchange, denied) -> answer.write(exchange, csrfFailed())))
                .addFilterAfter(csrfCookie(), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(routes -> routes.pathMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, SESSION)
                        .permitAll()
                        .pathMatchers(SESSION, SESSION + "/password")
                        .authenticated()
                        .anyExchange()
                        .access((who, context) -> who.map(authentication ->
                                new AuthorizationDecision(authentication.getPrincipal() instanceof Operator operator
                                        && !operator.mustChangePassword()))))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((exchange, denied) -> {
                            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            return answer.write(exchange, unauthenticated());
                        })
                        .accessDeniedHandler((exchange, denied) -> answer.write(
                                exchange, denied instanceof CsrfException ? csrfFailed() : passwordChange())))
                .build();
    }

    /** A browser adds its cookie to what other sites send; a bearer token it never adds. */
    private static Mono<MatchResult> isCookieWrite(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean safe = SAFE.contains(method);
        boolean cookie = SessionCookie.read(exchange.getRequest()) != null;
        boolean bearer = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        boolean signIn = method.equals(HttpMethod.POST)
                && exchange.getRequest().getPath().value().equals(SESSION);
        return !safe && cookie && !bearer && !signIn ? MatchResult.match() : MatchResult.notMatch();
    }

    /** The token is written lazily: asking for it sets the cookie, for browsers only. */
    private static WebFilter csrfCookie() {
        return (exchange, chain) -> {
            boolean browser = SessionCookie.read(exchange.getRequest()) != null
                    || exchange.getRequest().getPath().value().equals(SESSION);
            Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
            return browser && token != null ? token.then(chain.filter(exchange)) : chain.filter(exchange);
        };
    }

    private static ProblemException unauthenticated() {
        return ProblemException.of(
                ProblemCode.UNAUTHENTICATED,
                "Authorization: absent or unknown (expected: Bearer and an operator's token, or a session cookie)");
    }

    private static ProblemException csrfFailed() {
        return ProblemException.of(
                ProblemCode.CSRF_FAILED,
                "X-XSRF-TOKEN: absent or wrong (expected: the value of the cookie XSRF-TOKEN)");
    }

    private static ProblemException passwordChange() {
        return ProblemException.of(
                ProblemCode.PASSWORD_CHANGE_REQUIRED,
                "The one-time password has to be replaced first: POST /api/v1/session/password.");
    }
}
