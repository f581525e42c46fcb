package io.touchstone.report;

import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.ReportBody;
import io.touchstone.report.json.RetentionBody;
import io.touchstone.report.json.SeriesBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
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

    private static final String PHASE = "phase";
    private static final String AS_OF = "asOf";
    private static final String METRIC = "metric";
    private static final List<String> OF_A_PHASE = List.of(PHASE, AS_OF);
    private static final List<String> OF_A_METRIC = List.of(METRIC, PHASE, AS_OF);
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reports reports;

    /** The routes that answer from these reports. */
    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    /** The routes, and the refusal of other methods. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(PATH, this::report)
                .HEAD(PATH, this::report)
                .GET(SERIES, this::series)
                .HEAD(SERIES, this::series)
                .GET(RETENTION, this::retention)
                .HEAD(RETENTION, this::retention)
                .route(
                        RequestPredicates.path(PATH)
                                .or(RequestPredicates.path(SERIES))
                                .or(RequestPredicates.path(RETENTION)),
                        request -> Mono.error(new MethodNotAllowedException(request.method(), METHODS)))
                .build();
    }

    private Mono<ServerResponse> report(ServerRequest request) {
        return answer(Mono.fromCallable(() -> query(request, OF_A_PHASE))
                .flatMap(reports::report)
                .map(ReportBody::of));
    }

    private Mono<ServerResponse> series(ServerRequest request) {
        return answer(Mono.fromCallable(() -> query(request, OF_A_METRIC))
                .flatMap(query -> reports.series(query, metric(request)))
                .map(SeriesBody::of));
    }

    private Mono<ServerResponse> retention(ServerRequest request) {
        return answer(Mono.fromCallable(() -> query(request, OF_A_METRIC))
                .flatMap(query -> reports.retention(query, metric(request)))
                .map(RetentionBody::of));
    }

    private static String metric(ServerRequest request) {
        return request.queryParam(METRIC).orElseThrow(() -> ReportProblem.missingParameter(METRIC));
    }

    /** A parameter that nobody reads would give the answer to another question than the one that was asked. */
    private static ReportQuery query(ServerRequest request, List<String> known) {
        request.queryParams().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ReportProblem.unknownParameter(name, String.join(" | ", known));
            }
            if (values.size() > 1) {
                throw ReportProblem.repeatedParameter(name, values.size());
            }
        });
        return new ReportQuery(
                request.pathVariable("project"),
                request.pathVariable("environment"),
                request.pathVariable("experiment"),
                request.queryParam(PHASE).filter(text -> !text.isEmpty()),
                request.queryParam(AS_OF).filter(text -> !text.isEmpty()));
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
