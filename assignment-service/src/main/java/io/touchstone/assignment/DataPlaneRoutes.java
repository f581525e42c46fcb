package io.touchstone.assignment;

import static io.touchstone.assignment.http.ProblemAnswers.methodNotAllowed;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.touchstone.assignment.datafile.DatafileHandler;
import io.touchstone.assignment.datafile.DatafileStream;
import io.touchstone.assignment.ingestion.EventsHandler;
import io.touchstone.assignment.ofrep.OfrepHandler;
import org.springdoc.core.annotations.RouterOperation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The routes of the data plane, each with the refusal of other methods, and what the OpenAPI document says of them where one is
 * served in the same process.
 */
@Configuration(proxyBeanMethods = false)
class DataPlaneRoutes {
    static final String EVALUATE = "/ofrep/v1/evaluate/flags/{key}";
    static final String DATAFILE = "/api/v1/datafile";
    static final String STREAM = "/api/v1/datafile/stream";
    static final String EVENTS = "/api/v1/events";

    private static final String TAG = "data plane";
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Bean
    @RouterOperation(
            path = EVALUATE,
            method = RequestMethod.POST,
            produces = JSON,
            operation =
                    @Operation(
                            operationId = "evaluateFlag",
                            summary = "Single evaluation of OFREP 0.3.0",
                            tags = TAG,
                            security = @SecurityRequirement(name = "apiKey"),
                            parameters = @Parameter(name = "key", in = ParameterIn.PATH, required = true),
                            requestBody =
                                    @RequestBody(
                                            required = true,
                                            description = "{\"context\": {\"targetingKey\": …}}",
                                            content = @Content(mediaType = JSON, schema = @Schema(type = "object"))),
                            responses = {
                                @ApiResponse(
                                        responseCode = "200",
                                        description = "The decision; docs/formats/data-plane.md",
                                        content = @Content(mediaType = JSON, schema = @Schema(type = "object"))),
                                @ApiResponse(
                                        responseCode = "400",
                                        description = "PARSE_ERROR, TARGETING_KEY_MISSING, INVALID_CONTEXT",
                                        content = @Content(mediaType = JSON)),
                                @ApiResponse(
                                        responseCode = "404",
                                        description = "FLAG_NOT_FOUND",
                                        content = @Content(mediaType = JSON))
                            }))
    RouterFunction<ServerResponse> evaluationRoute(OfrepHandler ofrep) {
        return RouterFunctions.route()
                .POST(EVALUATE, ofrep::evaluate)
                .route(path(EVALUATE), request -> methodNotAllowed(request, HttpMethod.POST))
                .build();
    }

    @Bean
    @RouterOperation(
            path = DATAFILE,
            method = RequestMethod.GET,
            produces = JSON,
            operation =
                    @Operation(
                            operationId = "datafile",
                            summary = "The published datafile of the key's environment",
                            tags = TAG,
                            security = @SecurityRequirement(name = "apiKey"),
                            parameters = @Parameter(name = "If-None-Match", in = ParameterIn.HEADER),
                            responses = {
                                @ApiResponse(
                                        responseCode = "200",
                                        description = "The datafile; docs/formats/datafile.md",
                                        content = @Content(mediaType = JSON, schema = @Schema(type = "object"))),
                                @ApiResponse(responseCode = "304", description = "As the caller has it"),
                                @ApiResponse(
                                        responseCode = "403",
                                        description = "key_scope",
                                        content = @Content(mediaType = PROBLEM))
                            }))
    RouterFunction<ServerResponse> datafileRoute(DatafileHandler datafile) {
        return RouterFunctions.route()
                .GET(DATAFILE, datafile::get)
                .HEAD(DATAFILE, datafile::get)
                .route(path(DATAFILE), request -> methodNotAllowed(request, HttpMethod.GET, HttpMethod.HEAD))
                .build();
    }

    @Bean
    @RouterOperation(
            path = STREAM,
            method = RequestMethod.GET,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE,
            operation =
                    @Operation(
                            operationId = "datafileStream",
                            summary = "Tells when another datafile is published, as server-sent events",
                            tags = TAG,
                            security = @SecurityRequirement(name = "apiKey"),
                            parameters =
                                    @Parameter(
                                            name = "Last-Event-ID",
                                            in = ParameterIn.HEADER,
                                            description = "The version the caller has"),
                            responses = {
                                @ApiResponse(
                                        responseCode = "200",
                                        description = "Events `datafile` without end; docs/formats/data-plane.md",
                                        content =
                                                @Content(
                                                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                                        schema = @Schema(type = "string"))),
                                @ApiResponse(
                                        responseCode = "403",
                                        description = "key_scope",
                                        content = @Content(mediaType = PROBLEM)),
                                @ApiResponse(
                                        responseCode = "429",
                                        description = "rate_limited, streams_limited",
                                        content = @Content(mediaType = PROBLEM)),
                                @ApiResponse(
                                        responseCode = "503",
                                        description = "busy, not_ready",
                                        content = @Content(mediaType = PROBLEM))
                            }))
    RouterFunction<ServerResponse> datafileStreamRoute(DatafileStream stream) {
        return RouterFunctions.route()
                .GET(STREAM, stream::open)
                .route(path(STREAM), request -> methodNotAllowed(request, HttpMethod.GET))
                .build();
    }

    @Bean
    @RouterOperation(
            path = EVENTS,
            method = RequestMethod.POST,
            produces = JSON,
            operation =
                    @Operation(
                            operationId = "sendEvents",
                            summary = "A batch of at most 1,000 events and 1 MiB",
                            tags = TAG,
                            security = @SecurityRequirement(name = "apiKey"),
                            requestBody =
                                    @RequestBody(
                                            required = true,
                                            description = "{\"events\": […]}; docs/formats/events.md",
                                            content = @Content(mediaType = JSON, schema = @Schema(type = "object"))),
                            responses = {
                                @ApiResponse(
                                        responseCode = "200",
                                        description =
                                                "accepted, rejected and warnings, once Kafka has acknowledged all",
                                        content = @Content(mediaType = JSON, schema = @Schema(type = "object"))),
                                @ApiResponse(
                                        responseCode = "429",
                                        description = "rate_limited",
                                        content = @Content(mediaType = PROBLEM)),
                                @ApiResponse(
                                        responseCode = "503",
                                        description = "kafka_unavailable, queue_full, busy, not_ready",
                                        content = @Content(mediaType = PROBLEM))
                            }))
    RouterFunction<ServerResponse> eventsRoute(EventsHandler events) {
        return RouterFunctions.route()
                .POST(EVENTS, events::post)
                .route(path(EVENTS), request -> methodNotAllowed(request, HttpMethod.POST))
                .build();
    }
}
