package io.touchstone.console.access;

import io.touchstone.console.time.ConsoleClock;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Bearer tokens of operators; the table holds their SHA-256 only. */
public final class OperatorTokens {
    private static final String PREFIX = "tso_";
    private static final int SECRET_CHARACTERS = 40;

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public OperatorTokens(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The text of a new token, not yet known to the database. */
    public static String newText() {
        return PREFIX + SecretText.random(SECRET_CHARACTERS);
    }

    /** Makes the text the token of that name; an earlier one of the name ends. */
    public Mono<Void> set(String name, String text) {
        return database.sql("""
                        insert into operator_token (name, sha256, created_at) values (:name, :sha256, :now)
                        on conflict (name) do update set sha256 = excluded.sha256, created_at = excluded.created_at,
                                                         revoked_at = null
                         where operator_token.sha256 <> excluded.sha256 or operator_token.revoked_at is not null""")
                .bind("name", name)
                .bind("sha256", SecretText.sha256(text))
                .bind("now", clock.instant())
                .then();
    }

    /** Who holds the token; empty for an unknown or revoked one. */
    Mono<Operator> find(String text) {
        return database.sql("select name from operator_token where sha256 = :sha256 and revoked_at is null")
                .bind("sha256", SecretText.sha256(text))
                .map(row -> new Operator("token:" + row.get("name", String.class), Operator.Kind.TOKEN, false))
                .one();
    }
}
