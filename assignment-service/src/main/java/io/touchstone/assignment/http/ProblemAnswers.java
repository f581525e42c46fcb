package io.touchstone.assignment.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Writes a problem as {@code application/problem+json} (RFC 9457) with its {@code code}. */
public final class ProblemAnswers {
    private ProblemAnswers() {}

    /** The answer of {@code /api/v1} calls to a problem. */
    public static Mono<ServerResponse> problem(ApiProblem problem) {
        byte[] body = JsonBytes.write(json -> writeProblem(json, problem));
        return ServerResponse.status(problem.status())
                .headers(headers -> addHeaders(headers, problem))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(body);
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
