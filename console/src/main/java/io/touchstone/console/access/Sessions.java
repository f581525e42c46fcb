package io.touchstone.console.access;

import io.touchstone.console.time.ConsoleClock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Browser sessions: the cookie holds a random secret, the table its SHA-256. */
public final class Sessions {
    /** How long a session lasts. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int SECRET_CHARACTERS = 43;

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Sessions(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens one; gives the secret for the cookie. */
    Mono<String> open(String username) {
        String secret = SecretText.random(SECRET_CHARACTERS);
        return database.sql("delete from account_session where expires_at <= :now")
                .bind("now", clock.instant())
                .then()
                .then(database.sql("""
                                insert into account_session (sha256, username, created_at, expires_at)
                                values (:sha256, :username, :now, :end)""")
                        .bind("sha256", SecretText.sha256(secret))
                        .bind("username", username)
                        .bind("now", clock.instant())
                        .bind("end", clock.instant().plus(LIFETIME))
                        .then())
                .thenReturn(secret);
    }

    /** Whose it is; empty for an unknown or ended one. */
    Mono<Operator> find(String secret) {
        return database.sql("""
                        select a.username, a.must_change_password
                          from account_session s join account a on a.username = s.username
                         where s.sha256 = :sha256 and s.expires_at > :now""")
                .bind("sha256", SecretText.sha256(secret))
                .bind("now", clock.instant())
                .map(row -> new Operator(
                        row.get("username", String.class),
                        Operator.Kind.SESSION,
                        Boolean.TRUE.equals(row.get("must_change_password", Boolean.class))))
                .one();
    }

    /** Ends one. */
    Mono<Void> close(String secret) {
        return database.sql("delete from account_session where sha256 = :sha256")
                .bind("sha256", SecretText.sha256(secret))
                .then();
    }

    /** Ends all of a person but the one given. */
    Mono<Void> closeOthers(String username, String secret) {
        return database.sql("delete from account_session where username = :username and sha256 <> :sha256")
                .bind("username", username)
                .bind("sha256", SecretText.sha256(secret))
                .then();
    }
}
