package io.touchstone.console.access;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.time.ConsoleClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Holds off those who guess. After five failures in a row a name waits, doubling from one second up to fifteen minutes; six
 * hours after its last failure it is forgotten. The counters live in the database, so that neither a restart nor a second
 * instance forgets them, and under the hash of the name, so that names nobody has are counted like those that exist.
 */
public final class SignInAttempts {
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final DatabaseClient database;
    private final ConsoleClock clock;
    private final Semaphore room;

    /** @param waiting sign-ins at a time; more could fill the table faster than passwords are looked at */
    public SignInAttempts(DatabaseClient database, ConsoleClock clock, int waiting) {
        this.database = database;
        this.clock = clock;
        this.room = new Semaphore(waiting);
    }

    /**
     * Lets a try pass, or not. It is booked as failed before the password is looked at, so that guesses sent at once cannot
     * outrun the counter, and forgiven when it was right.
     *
     * @return what the try gives; fails with {@code sign_in_blocked}, {@code busy} or as the try does
     */
    <T> Mono<T> guard(String username, Mono<T> attempt) {
        byte[] name = SecretText.sha256(username);
        return Mono.defer(() -> {
            if (!room.tryAcquire()) {
                return Mono.error(ProblemException.of(
                        ProblemCode.BUSY, "sign-ins waiting: too many (expected: fewer; try again)"));
            }
            return forget().then(book(name))
                    .filter(booked -> booked == 1)
                    .switchIfEmpty(Mono.defer(() -> blockedUntil(name)).flatMap(until -> Mono.error(blocked(until))))
                    .then(attempt)
                    .flatMap(given -> forgive(name).thenReturn(given))
                    .doFinally(signal -> room.release());
        });
    }

    private Mono<Long> book(byte[] name) {
        return database.sql("""
                        insert into sign_in_attempt as a (name_sha256, failures, last_at) values (:name, 1, :now)
                        on conflict (name_sha256) do update
                           set failures = a.failures + 1,
                               last_at = :now,
                               blocked_until = case when a.failures + 1 < :free then null
                                 else cast(:now as timestamptz) + interval '1 second'
                                      * least(:longest, power(2, least(20, a.failures + 1 - :free))) end
                         where a.blocked_until is null or a.blocked_until <= :now""")
                .bind("free", FREE_FAILURES)
                .bind("longest", LONGEST_BLOCK.toSeconds())
                .bind("now", clock.instant())
                .bind("name", name)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Instant> blockedUntil(byte[] name) {
        return database.sql(
                        "select coalesce(blocked_until, last_at) as until from sign_in_attempt where name_sha256 = :name")
                .bind("name", name)
                .map(row -> row.get("until", Instant.class))
                .one()
                .defaultIfEmpty(clock.instant());
    }

    private Mono<Void> forgive(byte[] name) {
        return database.sql("delete from sign_in_attempt where name_sha256 = :name")
                .bind("name", name)
                .then();
    }

    private Mono<Void> forget() {
        return database.sql("delete from sign_in_attempt where last_at < :then")
                .bind("then", clock.instant().minus(REMEMBERED))
                .then();
    }

    private ProblemException blocked(Instant until) {
        long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds()) + 1;
        return ProblemException.of(
                        ProblemCode.SIGN_IN_BLOCKED, "Too many failed sign-ins; try again in " + seconds + " seconds.")
                .with("retryAfterSeconds", seconds);
    }
}
