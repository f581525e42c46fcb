package io.touchstone.console.access;

import io.touchstone.console.problem.ProblemAnswer;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.time.ConsoleClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The beans of access. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import(SessionEndpoint.class)
public class AccessConfiguration {
    /** A password takes tens of milliseconds of a core: two at a time, the rest waits or is turned away. */
    private static final int HASHING_THREADS = 2;

    private static final int HASHING_QUEUE = 200;

    @Bean
    OperatorTokens operatorTokens(DatabaseClient database, ConsoleClock clock) {
        return new OperatorTokens(database, clock);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler passwordHashing() {
        return Schedulers.newBoundedElastic(HASHING_THREADS, HASHING_QUEUE, "console-passwords");
    }

    @Bean
    SignInAttempts signInAttempts(DatabaseClient database, ConsoleClock clock) {
        return new SignInAttempts(database, clock, HASHING_QUEUE);
    }

    @Bean
    Accounts accounts(DatabaseClient database, Scheduler passwordHashing, SignInAttempts attempts, ConsoleClock clock) {
        return new Accounts(
                database, PasswordEncoderFactories.createDelegatingPasswordEncoder(), passwordHashing, attempts, clock);
    }

    @Bean
    Sessions sessions(DatabaseClient database, ConsoleClock clock) {
        return new Sessions(database, clock);
    }

    @Bean
    @Order(0)
    SecurityWebFilterChain controlPlaneSecurity(
            ServerHttpSecurity http, OperatorTokens tokens, Sessions sessions, ProblemAnswer answer) {
        return new ControlPlaneSecurity(tokens, sessions, answer).chain(http);
    }

    /** A request that Spring Security's firewall stops gets an answer like any other, instead of an empty one. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemAnswer answer) {
        return (exchange, rejected) -> answer.write(
                exchange,
                ProblemException.of(
                        ProblemCode.REQUEST_MALFORMED,
                        "request: refused (expected: a usual method, and no control characters, encoded slashes, backslashes,"
                                + " semicolons or dot segments in path and headers)"));
    }

    /** Name and password; also keeps Spring Boot from making a user of its own and printing its password. */
    @Bean
    ReactiveAuthenticationManager accountAuthentication(Accounts accounts) {
        return (Authentication given) -> accounts.signIn(given.getName(), String.valueOf(given.getCredentials()))
                .map(account -> new Operator(account.username(), Operator.Kind.SESSION, account.mustChangePassword()))
                .<Authentication>map(operator -> UsernamePasswordAuthenticationToken.authenticated(
                        operator, null, AuthorityUtils.NO_AUTHORITIES));
    }
}
