package io.touchstone.console.idempotency;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.json.ConsoleJson;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.time.ConsoleClock;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Carries out a creation in one transaction, once per {@code Idempotency-Key} and caller. A repetition within a day gets the
 * first answer; the same key with another request is refused. Without the header every request creates.
 */
public final class IdempotentCreations {
    /** The request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MAX_KEY_CHARACTERS = 255;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final ConsoleClock clock;

    public IdempotentCreations(DatabaseClient database, TransactionalOperator transactions, ConsoleClock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates, or repeats an answer.
     *
     * @param body the request as read
     * @param type of the answer
     * @return 201 with {@code Location}
     */
    public <T> Mono<ResponseEntity<T>> create(
            ServerHttpRequest request, Object body, Class<T> type, Supplier<Mono<Creation<T>>> creation) {
        String key = request.getHeaders().getFirst(HEADER);
        if (key == null) {
            return transactions.transactional(Mono.defer(creation)).map(IdempotentCreations::answer);
        }
        if (key.isEmpty() || key.length() > MAX_KEY_CHARACTERS || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            return Mono.error(
                    ProblemException.of(ProblemCode.VALUE_INVALID, HEADER, key, "1 to 255 printable ASCII characters"));
        }
        byte[] digest = SecretText.sha256(
                request.getMethod() + " " + request.getPath().value() + "\n" + ConsoleJson.write(body));
        return principal()
                .flatMap(principal -> transactions.transactional(lock(principal, key)
                        .then(repeated(principal, key, digest, type))
                        .switchIfEmpty(Mono.defer(() -> created(principal, key, digest, creation)))));
    }

    private <T> Mono<ResponseEntity<T>> created(
            String principal, String key, byte[] digest, Supplier<Mono<Creation<T>>> creation) {
        return creation.get()
                .flatMap(made ->
                        forgetOld().then(keep(principal, key, digest, made)).thenReturn(answer(made)));
    }

    private <T> Mono<ResponseEntity<T>> repeated(String principal, String key, byte[] digest, Class<T> type) {
        return database.sql("""
                        select request_sha256, status, answer, etag, location from idempotency_key
                         where principal = :principal and key = :key and created_at > :since""")
                .bind("principal", principal)
                .bind("key", key)
                .bind("since", clock.instant().minus(KEPT))
                .map((row, meta) -> {
                    if (!Arrays.equals(row.get("request_sha256", byte[].class), digest)) {
                        throw ProblemException.of(
                                ProblemCode.IDEMPOTENCY_KEY_REUSED, HEADER, key, "a new key for another request");
                    }
                    T body = ConsoleJson.stored(row.get("answer", String.class), type);
                    String etag = row.get("etag", String.class);
                    return answer(new Creation<>(body, body, URI.create(row.get("location", String.class)), etag));
                })
                .one();
    }

    /** Two requests with one key run one after the other; the lock goes with the transaction. */
    private Mono<Void> lock(String principal, String key) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", principal + "\n" + key)
                .then();
    }

    private <T> Mono<Long> keep(String principal, String key, byte[] digest, Creation<T> made) {
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                        insert into idempotency_key
                          (principal, key, request_sha256, status, answer, etag, location, created_at)
                        values (:principal, :key, :digest, 201, :answer, :etag, :location, :now)""")
                .bind("principal", principal)
                .bind("key", key)
                .bind("digest", digest)
                .bind("answer", ConsoleJson.write(made.kept()))
                .bind("location", made.location().toString())
                .bind("now", clock.instant());
        String etag = made.etag();
        insert = etag == null ? insert.bindNull("etag", String.class) : insert.bind("etag", etag);
        return insert.fetch().rowsUpdated();
    }

    private Mono<Long> forgetOld() {
        return database.sql("delete from idempotency_key where created_at <= :since")
                .bind("since", clock.instant().minus(KEPT))
                .fetch()
                .rowsUpdated();
    }

    private static Mono<String> principal() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Authentication::getName);
    }

    private static <T> ResponseEntity<T> answer(Creation<T> made) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.CREATED).location(made.location());
        String etag = made.etag();
        if (etag != null) {
            answer = answer.header(HttpHeaders.ETAG, etag);
        }
        return answer.body(made.body());
    }
}
