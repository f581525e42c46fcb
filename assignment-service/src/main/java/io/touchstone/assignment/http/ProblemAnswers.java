package io.touchstone.assignment.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Writes a problem as {@code application/problem+json} (RFC 9457) with its {@code code}, once the rest of the request is
 * read.
 */
public final class ProblemAnswers {
    private ProblemAnswers() {}

    /** The answer of {@code /api/v1} calls to a problem. */
    public static Mono<ServerResponse> problem(ServerRequest request, ApiProblem problem) {
        return drained(
                request,
                ServerResponse.status(problem.status())
                        .headers(headers -> addHeaders(headers, problem))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyValue(body(problem)));
    }

    /** The refusal of a method that a path does not have. */
    public static Mono<ServerResponse> methodNotAllowed(ServerRequest request, HttpMethod... allowed) {
        ApiProblem problem = methodNotAllowed(request.method(), Set.of(allowed));
        request.exchange().getResponse().getHeaders().setAllow(Set.of(allowed));
        return problem(request, problem);
    }

    static ApiProblem methodNotAllowed(HttpMethod method, Set<HttpMethod> allowed) {
        String words = String.join(
                " | ", allowed.stream().map(HttpMethod::name).sorted().toList());
        return new ApiProblem(ApiCode.METHOD_NOT_ALLOWED, "method: " + method.name() + " (expected: " + words + ")");
    }

    /** An answer that waits for the rest of the request. */
    public static Mono<ServerResponse> drained(ServerRequest request, Mono<ServerResponse> answer) {
        return UnreadBody.drain(request.exchange()).then(answer);
    }

    /** The same for a call that reached no handler. */
    static Mono<Void> write(ServerWebExchange exchange, ApiProblem problem) {
        return UnreadBody.drain(exchange).then(Mono.defer(() -> {
            ServerHttpResponse response = exchange.getResponse();
            byte[] body = body(problem);
            response.setRawStatusCode(problem.status());
            addHeaders(response.getHeaders(), problem);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getHeaders().setContentLength(body.length);
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
        }));
    }

    /** {@code Retry-After}, and for 401 the challenge with the reason (RFC 6750, section 3). */
    public static void addHeaders(HttpHeaders headers, ApiProblem problem) {
        if (problem.retryAfterSeconds() > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"touchstone\", error_description=\"" + problem.code() + "\"");
        }
    }

    private static byte[] body(ApiProblem problem) {
        return JsonBytes.write(json -> writeProblem(json, problem));
    }

    private static void writeProblem(JsonGenerator json, ApiProblem problem) throws IOException {
        HttpStatus status = HttpStatus.resolve(problem.status());
        json.writeStartObject();
        json.writeStringField(
                "type", URI.create("urn:touchstone:problem:" + problem.code()).toString());
        json.writeStringField("title", status == null ? "Error" : status.getReasonPhrase());
        json.writeNumberField("status", problem.status());
        json.writeStringField("code", problem.code());
        json.writeStringField("detail", problem.detail());
        json.writeEndObject();
    }
}
