package io.touchstone.report;

import io.touchstone.report.answer.ReportJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET …/experiments/{experiment}/report?phase=&asOf=}. */
public final class ReportRoutes {

    /** The path, with keys of project, environment and experiment. */
    public static final String PATH =
            "/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}/report";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reports reports;

    /** The routes that answer from these reports. */
    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    /** The one route. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(RequestPredicates.GET(PATH), this::answer);
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        ReportQuery query = new ReportQuery(
                request.pathVariable("project"),
                request.pathVariable("environment"),
                request.pathVariable("experiment"),
                request.queryParam("phase").filter(text -> !text.isEmpty()),
                request.queryParam("asOf").filter(text -> !text.isEmpty()));
        return reports.report(query)
                .map(ReportJson::write)
                .flatMap(body -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(body))
                .onErrorResume(ReportProblem.class, ReportRoutes::refuse);
    }

    private static Mono<ServerResponse> refuse(ReportProblem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:touchstone:problem:" + problem.code());
        body.put("title", HttpStatus.valueOf(problem.status()).getReasonPhrase());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", problem.detail());
        return ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .bodyValue(JSON.writeValueAsBytes(body));
    }
}
