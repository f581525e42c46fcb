package io.touchstone.assignment.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers calls that reached no handler of ours, such as those to paths that do not exist. Before Spring Boot's own handler
 * (order −1) and behind that of the control plane (−3), which answers for its paths where both run.
 */
public final class LostCalls implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(LostCalls.class);

    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof MethodNotAllowedException method) {
            exchange.getResponse().getHeaders().setAllow(method.getSupportedMethods());
        }
        return ProblemAnswers.write(exchange, problem(exchange, failure));
    }

    private static ApiProblem problem(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof MethodNotAllowedException method) {
            return ProblemAnswers.methodNotAllowed(exchange.getRequest().getMethod(), method.getSupportedMethods());
        }
        if (failure instanceof ResponseStatusException expected
                && expected.getStatusCode().is4xxClientError()) {
            return expected.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                    ? new ApiProblem(ApiCode.NOT_FOUND, "path: unknown (expected: a path of the data plane)")
                    : new ApiProblem(ApiCode.REQUEST_MALFORMED, "request: not understood (expected: proper HTTP)");
        }
        log.error("call failed", failure);
        return new ApiProblem(ApiCode.INTERNAL_ERROR, "call: failed (expected: an answer; see the server's log)");
    }
}
