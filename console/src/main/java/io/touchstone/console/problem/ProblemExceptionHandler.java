package io.touchstone.console.problem;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import io.touchstone.core.input.InvalidInputException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Turns whatever failed into a problem, for every path but OFREP's, which the data plane answers. Before the handlers of the
 * data plane (order −2) and of Spring Boot (−1). Nothing of a stack trace leaves the house.
 */
@Order(-3)
public final class ProblemExceptionHandler implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);
    private static final String RETRY_SECONDS = "2";

    private final ProblemAnswer answer;

    public ProblemExceptionHandler(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getRequest().getPath().value().startsWith("/ofrep/")
                || exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        ProblemException problem = problem(failure);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (problem.members().get("retryAfterSeconds") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        if (problem.status() == ProblemCode.DATABASE_UNAVAILABLE.status()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof MethodNotAllowedException notAllowed) {
            headers.setAllow(Set.copyOf(notAllowed.getSupportedMethods()));
        }
        return answer.write(exchange, problem);
    }

    private static ProblemException problem(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            ProblemException problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        if (failure instanceof ResponseStatusException status) {
            return ofStatus(status);
        }
        String traceId = UUID.randomUUID().toString();
        LOG.error("Request failed, trace id {}", traceId, failure);
        return ProblemException.of(ProblemCode.INTERNAL_ERROR, "The request failed; the log has the reason.")
                .with("traceId", traceId);
    }

    private static @Nullable ProblemException known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case InvalidInputException refused ->
                ProblemException.refused(refused.code(), String.valueOf(refused.getMessage()));
            case DataBufferLimitException tooLarge ->
                ProblemException.of(ProblemCode.BODY_TOO_LARGE, "body: too large (expected: at most 1 MiB)");
            case R2dbcNonTransientResourceException lost -> unavailable();
            case R2dbcTransientResourceException lost -> unavailable();
            case R2dbcTimeoutException lost -> unavailable();
            case DataAccessResourceFailureException lost -> unavailable();
            // A deadlock or a conflict of serialisable transactions: nothing was done, and the next try finds it over.
            case R2dbcRollbackException rolledBack -> rolledBack();
            case ConcurrencyFailureException rolledBack -> rolledBack();
            case CannotCreateTransactionException lost when lost.getCause() instanceof IOException -> unavailable();
            default -> null;
        };
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                ProblemCode.DATABASE_UNAVAILABLE, "PostgreSQL cannot be reached; the request was not carried out.");
    }

    private static ProblemException rolledBack() {
        return ProblemException.of(
                ProblemCode.DATABASE_UNAVAILABLE,
                "PostgreSQL rolled the change back in favour of another; the request was not carried out.");
    }

    private static ProblemException ofStatus(ResponseStatusException failure) {
        int status = failure.getStatusCode().value();
        for (ProblemCode code : new ProblemCode[] {
            ProblemCode.NOT_FOUND,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.BODY_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE
        }) {
            if (code.status() == status) {
                return ProblemException.of(code, reason(failure, code.code()));
            }
        }
        if (failure instanceof ServerWebInputException input
                && input.getMethodParameter() != null
                && input.getMethodParameter().hasParameterAnnotation(RequestBody.class)) {
            return ProblemException.of(
                    ProblemCode.JSON_MALFORMED, "body", "empty", "one well-formed JSON object in UTF-8");
        }
        if (status >= 500) {
            LOG.error("Request failed", failure);
            return ProblemException.of(ProblemCode.INTERNAL_ERROR, "The request failed; the log has the reason.");
        }
        return ProblemException.of(ProblemCode.REQUEST_MALFORMED, reason(failure, "request: not understood"));
    }

    private static String reason(ResponseStatusException failure, String otherwise) {
        String reason = failure.getReason();
        return reason == null || reason.isBlank()
                ? otherwise.toLowerCase(Locale.ROOT).replace('_', ' ')
                : reason;
    }
}
