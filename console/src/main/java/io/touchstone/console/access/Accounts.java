package io.touchstone.console.access;

import io.r2dbc.spi.Readable;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.time.ConsoleClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Local accounts. After five failures in a row sign-in waits, doubling from one second up to fifteen minutes; the counter
 * lives in the database, so that neither a restart nor a second instance forgets it.
 */
public final class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9_.@-]{0,127}");
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    private static final int ONE_TIME_CHARACTERS = 20;
    private static final int PASSWORD_CHARACTERS = 12;
    /** What bcrypt looks at. */
    private static final int PASSWORD_BYTES = 72;

    private final DatabaseClient database;
    private final PasswordEncoder encoder;
    private final Scheduler hashing;
    private final ConsoleClock clock;
    private final String nobodysHash;

    /** @param hashing where passwords are hashed: tens of milliseconds each, off the event loop */
    public Accounts(DatabaseClient database, PasswordEncoder encoder, Scheduler hashing, ConsoleClock clock) {
        this.database = database;
        this.encoder = encoder;
        this.hashing = hashing;
        this.clock = clock;
        this.nobodysHash = encoder.encode(SecretText.random(ONE_TIME_CHARACTERS));
    }

    /**
     * Makes an account with a one-time password, unless it exists.
     *
     * @return the password, to be shown once; empty when the account exists
     */
    public Mono<String> ensure(String username) {
        String password = SecretText.random(ONE_TIME_CHARACTERS);
        return hash(password)
                .flatMap(hash -> database.sql("""
                                insert into account (username, password_hash, must_change_password,
                                                     password_changed_at, created_at)
                                values (:username, :hash, true, :now, :now) on conflict (username) do nothing""")
                        .bind("username", username)
                        .bind("hash", hash)
                        .bind("now", clock.instant())
                        .fetch()
                        .rowsUpdated())
                .filter(made -> made == 1)
                .map(made -> password);
    }

    /**
     * Checks name and password.
     *
     * @return fails with {@code sign_in_failed} or {@code sign_in_blocked}
     */
    Mono<Account> signIn(String username, String password) {
        return find(username)
                .flatMap(account -> signIn(account, password))
                // The same time for a name nobody has: it does not tell which names exist.
                .switchIfEmpty(Mono.defer(() -> matches(password, nobodysHash).then(Mono.error(Accounts::failed))));
    }

    /**
     * Replaces a password after checking the current one.
     *
     * @return fails with {@code sign_in_failed}, {@code sign_in_blocked} or {@code invalid_value}
     */
    Mono<Void> changePassword(String username, String current, String next) {
        boolean tooLong = next.getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES;
        if (next.codePointCount(0, next.length()) < PASSWORD_CHARACTERS || tooLong || next.equals(current)) {
            return Mono.error(ProblemException.of(
                    ProblemCode.INVALID_VALUE,
                    "next: not shown (expected: at least " + PASSWORD_CHARACTERS + " characters, at most "
                            + PASSWORD_BYTES + " bytes, not the current password)"));
        }
        return signIn(username, current).then(hash(next)).flatMap(hash -> database.sql("""
                                update account set password_hash = :hash, must_change_password = false,
                                                   password_changed_at = :now
                                 where username = :username""")
                .bind("hash", hash)
                .bind("now", clock.instant())
                .bind("username", username)
                .then());
    }

    /** Every try is booked as failed before the password is looked at: guesses sent at once cannot outrun the counter. */
    private Mono<Account> signIn(Account account, String password) {
        return book(account.username())
                .filter(booked -> booked == 1)
                .switchIfEmpty(Mono.error(() -> blocked(account)))
                .then(matches(password, account.passwordHash()))
                .flatMap(right -> right ? forgive(account) : Mono.error(failed()));
    }

    private Mono<Long> book(String username) {
        return database.sql("""
                        update account a
                           set failed_sign_ins = a.failed_sign_ins + 1,
                               blocked_until = case when a.failed_sign_ins + 1 < :free then null
                                 else cast(:now as timestamptz) + interval '1 second'
                                      * least(:longest, power(2, least(20, a.failed_sign_ins + 1 - :free))) end
                         where a.username = :username and (a.blocked_until is null or a.blocked_until <= :now)""")
                .bind("free", FREE_FAILURES)
                .bind("longest", LONGEST_BLOCK.toSeconds())
                .bind("now", clock.instant())
                .bind("username", username)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Account> forgive(Account account) {
        return database.sql("update account set failed_sign_ins = 0, blocked_until = null where username = :username")
                .bind("username", account.username())
                .then()
                .thenReturn(account);
    }

    private ProblemException blocked(Account account) {
        Instant until = account.blockedUntil();
        long seconds = until == null
                ? 1
                : Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        return ProblemException.of(
                        ProblemCode.SIGN_IN_BLOCKED, "Too many failed sign-ins; try again in " + seconds + " seconds.")
                .with("retryAfterSeconds", seconds);
    }

    private Mono<Account> find(String username) {
        if (!USERNAME.matcher(username).matches()) {
            return Mono.empty();
        }
        return database.sql("""
                        select username, password_hash, must_change_password, failed_sign_ins, blocked_until
                          from account where username = :username""").bind("username", username).map(Accounts::read).one();
    }

    private static Account read(Readable row) {
        return new Account(
                row.get("username", String.class),
                row.get("password_hash", String.class),
                Boolean.TRUE.equals(row.get("must_change_password", Boolean.class)),
                row.get("failed_sign_ins", Integer.class),
                row.get("blocked_until", Instant.class));
    }

    private Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(hashing);
    }

    private Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(hashing);
    }

    private static ProblemException failed() {
        return ProblemException.of(ProblemCode.SIGN_IN_FAILED, "User name and password do not fit.");
    }
}
