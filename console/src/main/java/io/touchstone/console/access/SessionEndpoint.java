package io.touchstone.console.access;

import io.touchstone.console.problem.Require;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Signing in and out of the console. */
@RestController
@RequestMapping("/api/v1/session")
public final class SessionEndpoint {
    private final Accounts accounts;
    private final Sessions sessions;

    public SessionEndpoint(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Signs in: sets the session cookie and the cookie {@code XSRF-TOKEN}. JSON only, so that no form of another site fits. */
    @PostMapping(consumes = "application/json", produces = "application/json")
    public Mono<ResponseEntity<SessionAnswer>> signIn(@RequestBody SignInRequest body, ServerHttpRequest request) {
        String username = Require.present("username", body.username());
        String password = Require.present("password", body.password());
        return accounts.signIn(username, password)
                .flatMap(account -> sessions.open(account.username()).map(secret -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                SessionCookie.of(request, secret).toString())
                        .body(new SessionAnswer(account.username(), account.mustChangePassword()))));
    }

    /** Who calls. */
    @GetMapping(produces = "application/json")
    public Mono<SessionAnswer> whoAmI(@AuthenticationPrincipal Operator operator) {
        return Mono.just(new SessionAnswer(operator.name(), operator.mustChangePassword()));
    }

    /** Signs out. */
    @DeleteMapping
    public Mono<ResponseEntity<Void>> signOut(ServerHttpRequest request) {
        String secret = SessionCookie.read(request);
        Mono<Void> closed = secret == null ? Mono.empty() : sessions.close(secret);
        return closed.thenReturn(ResponseEntity.status(HttpStatus.NO_CONTENT)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.expired(request).toString())
                .build());
    }

    /** Replaces the password of who calls; all other sessions of the account end. */
    @PostMapping(path = "/password", consumes = "application/json")
    public Mono<ResponseEntity<Void>> changePassword(
            @RequestBody PasswordRequest body, @AuthenticationPrincipal Operator operator, ServerHttpRequest request) {
        String current = Require.present("current", body.current());
        String next = Require.present("next", body.next());
        String secret = SessionCookie.read(request);
        return accounts.changePassword(operator.name(), current, next)
                .then(sessions.closeOthers(operator.name(), secret == null ? "" : secret))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /**
     * Name and password.
     *
     * @param username of the account
     * @param password not logged, not kept
     */
    public record SignInRequest(
            @Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "SignInRequest[" + username + "]";
        }
    }

    /**
     * A password and the one to replace it.
     *
     * @param current as it is
     * @param next at least 12 characters, at most 72 bytes
     */
    public record PasswordRequest(
            @Nullable String current, @Nullable String next) {
        @Override
        public String toString() {
            return "PasswordRequest[]";
        }
    }

    /**
     * Who is signed in.
     *
     * @param username of the account, or {@code token:NAME}
     * @param mustChangePassword whether nothing else is allowed before
     */
    public record SessionAnswer(String username, boolean mustChangePassword) {}
}
