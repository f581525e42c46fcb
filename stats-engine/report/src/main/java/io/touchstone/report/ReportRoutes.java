package io.touchstone.report;

import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.ReportBody;
import io.touchstone.report.json.RetentionBody;
import io.touchstone.report.json.SeriesBody;
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

/** {@code GET …/experiments/{experiment}/report} and what is below it. */
public final class ReportRoutes {

    /** The path, with keys of project, environment and experiment. */
    public static final String PATH =
            "/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}/report";

    /** One metric over time. */
    public static final String SERIES = PATH + "/series";

    /** The retention curve of one metric. */
    public static final String RETENTION = PATH + "/retention";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reports reports;

    /** The routes that answer from these reports. */
    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    /** The routes. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(RequestPredicates.GET(PATH), this::report)
                .andRoute(RequestPredicates.GET(SERIES), this::series)
                .andRoute(RequestPredicates.GET(RETENTION), this::retention);
    }

    private Mono<ServerResponse> report(ServerRequest request) {
        return answer(reports.report(query(request)).map(ReportBody::of));
    }

    private Mono<ServerResponse> series(ServerRequest request) {
        return answer(reports.series(query(request), metric(request)).map(SeriesBody::of));
    }

    private Mono<ServerResponse> retention(ServerRequest request) {
        return answer(reports.retention(query(request), metric(request)).map(RetentionBody::of));
    }

    private static String metric(ServerRequest request) {
        return request.queryParam("metric").orElse("");
    }

    private static ReportQuery query(ServerRequest request) {
        return new ReportQuery(
                request.pathVariable("project"),
                request.pathVariable("environment"),
                request.pathVariable("experiment"),
                request.queryParam("phase").filter(text -> !text.isEmpty()),
                request.queryParam("asOf").filter(text -> !text.isEmpty()));
    }

    private static Mono<ServerResponse> answer(Mono<? extends Record> answer) {
        return answer.map(AnswerJson::write)
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
