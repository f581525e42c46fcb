package io.touchstone.console.access;

import io.r2dbc.spi.Readable;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.time.ConsoleClock;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Local accounts. {@link SignInAttempts} holds off those who guess. */
public final class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9_.@-]{0,127}");
    private static final int ONE_TIME_CHARACTERS = 20;
    private static final int PASSWORD_CHARACTERS = 12;
    /** What bcrypt looks at. */
    private static final int PASSWORD_BYTES = 72;

    private final DatabaseClient database;
    private final PasswordEncoder encoder;
    private final Scheduler hashing;
    private final SignInAttempts attempts;
    private final ConsoleClock clock;
    private final String nobodysHash;

    /** @param hashing where passwords are hashed: tens of milliseconds each, off the event loop */
    public Accounts(
            DatabaseClient database,
            PasswordEncoder encoder,
            Scheduler hashing,
            SignInAttempts attempts,
            ConsoleClock clock) {
        this.database = database;
        this.encoder = encoder;
        this.hashing = hashing;
        this.attempts = attempts;
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
     * Checks name and password. A name nobody has goes the same way, booking and hashing included: neither the answers nor
     * their time tell which names exist.
     *
     * @return fails with {@code sign_in_failed}, {@code sign_in_blocked} or {@code busy}
     */
    Mono<Account> signIn(String username, String password) {
        return attempts.guard(
                username,
                Mono.defer(() -> find(username))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(account -> checked(account, password)));
    }

    private Mono<Account> checked(Optional<Account> account, String password) {
        return matches(password, account.map(Account::passwordHash).orElse(nobodysHash))
                .flatMap(right -> right && account.isPresent()
                        ? Mono.just(account.get())
                        : Mono.error(
                                ProblemException.of(ProblemCode.SIGN_IN_FAILED, "User name and password do not fit.")));
    }

    /**
     * Replaces a password after checking the current one.
     *
     * @return fails with {@code value_invalid}, and as a sign-in
     */
    Mono<Void> changePassword(String username, String current, String next) {
        boolean tooLong = next.getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES;
        if (next.codePointCount(0, next.length()) < PASSWORD_CHARACTERS || tooLong || next.equals(current)) {
            return Mono.error(ProblemException.of(
                    ProblemCode.VALUE_INVALID,
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

    private Mono<Account> find(String username) {
        if (!USERNAME.matcher(username).matches()) {
            return Mono.empty();
        }
        return database.sql("""
                        select username, password_hash, must_change_password from account where username = :username""").bind("username", username).map(Accounts::read).one();
    }

    private static Account read(Readable row) {
        return new Account(
                row.get("username", String.class),
                row.get("password_hash", String.class),
                Boolean.TRUE.equals(row.get("must_change_password", Boolean.class)));
    }

    private Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(hashing);
    }

    private Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(hashing);
    }
}
