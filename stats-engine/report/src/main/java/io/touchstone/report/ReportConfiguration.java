package io.touchstone.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.touchstone.report.json.ReportBody;
import io.touchstone.report.json.RetentionBody;
import io.touchstone.report.json.SeriesBody;
import io.touchstone.report.source.CatalogReader;
import io.touchstone.report.source.CellReader;
import io.touchstone.report.source.PositionReader;
import java.time.InstantSource;
import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the reports to a {@link DatabaseClient}; whoever serves them imports this. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

    private static final String PHASE = "Number of a phase; the newest by default";
    private static final String AS_OF = "Day in the environment's zone, not after today; today by default";
    private static final String ANSWER = "docs/formats/report.md";
    private static final String REFUSED = "as_of_invalid, parameter_unknown, parameter_missing, duplicate";
    private static final String UNKNOWN = "not_found, phase_unknown";
    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Reports by the application's clock, the system's where it has none. */
    @Bean
    Reports reports(DatabaseClient database, ObjectProvider<InstantSource> clock) {
        return new Reports(
                new CatalogReader(database),
                new CellReader(database),
                new PositionReader(database),
                clock.getIfAvailable(InstantSource::system));
    }

    /** The routes. */
    @Bean
    @RouterOperations({
        @RouterOperation(
                path = ReportRoutes.PATH,
                method = RequestMethod.GET,
                produces = MediaType.APPLICATION_JSON_VALUE,
                operation =
                        @Operation(
                                operationId = "report",
                                summary = "Numbers of one phase of an experiment as of a day",
                                tags = "report",
                                parameters = {
                                    @Parameter(
                                            name = "project",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "environment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "experiment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "phase",
                                            in = ParameterIn.QUERY,
                                            description = PHASE,
                                            schema = @Schema(type = "integer", minimum = "1")),
                                    @Parameter(
                                            name = "asOf",
                                            in = ParameterIn.QUERY,
                                            description = AS_OF,
                                            schema = @Schema(type = "string", format = "date"))
                                },
                                responses = {
                                    @ApiResponse(
                                            responseCode = "200",
                                            description = ANSWER,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                                            schema = @Schema(implementation = ReportBody.class))),
                                    @ApiResponse(
                                            responseCode = "400",
                                            description = REFUSED,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM))),
                                    @ApiResponse(
                                            responseCode = "404",
                                            description = UNKNOWN,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM)))
                                })),
        @RouterOperation(
                path = ReportRoutes.SERIES,
                method = RequestMethod.GET,
                produces = MediaType.APPLICATION_JSON_VALUE,
                operation =
                        @Operation(
                                operationId = "reportSeries",
                                summary = "One metric by day of entry, and as of every day",
                                tags = "report",
                                parameters = {
                                    @Parameter(
                                            name = "project",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "environment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "experiment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "metric",
                                            in = ParameterIn.QUERY,
                                            required = true,
                                            description = "Key of a metric of the phase",
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "phase",
                                            in = ParameterIn.QUERY,
                                            description = PHASE,
                                            schema = @Schema(type = "integer", minimum = "1")),
                                    @Parameter(
                                            name = "asOf",
                                            in = ParameterIn.QUERY,
                                            description = AS_OF,
                                            schema = @Schema(type = "string", format = "date"))
                                },
                                responses = {
                                    @ApiResponse(
                                            responseCode = "200",
                                            description = ANSWER,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                                            schema = @Schema(implementation = SeriesBody.class))),
                                    @ApiResponse(
                                            responseCode = "400",
                                            description = REFUSED,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM))),
                                    @ApiResponse(
                                            responseCode = "404",
                                            description = UNKNOWN + ", metric_unknown",
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM)))
                                })),
        @RouterOperation(
                path = ReportRoutes.RETENTION,
                method = RequestMethod.GET,
                produces = MediaType.APPLICATION_JSON_VALUE,
                operation =
                        @Operation(
                                operationId = "reportRetention",
                                summary = "Retention by day after the first exposure, and by cohort",
                                tags = "report",
                                parameters = {
                                    @Parameter(
                                            name = "project",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "environment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "experiment",
                                            in = ParameterIn.PATH,
                                            required = true,
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "metric",
                                            in = ParameterIn.QUERY,
                                            required = true,
                                            description = "Key of a retention metric of the phase",
                                            schema = @Schema(type = "string")),
                                    @Parameter(
                                            name = "phase",
                                            in = ParameterIn.QUERY,
                                            description = PHASE,
                                            schema = @Schema(type = "integer", minimum = "1")),
                                    @Parameter(
                                            name = "asOf",
                                            in = ParameterIn.QUERY,
                                            description = AS_OF,
                                            schema = @Schema(type = "string", format = "date"))
                                },
                                responses = {
                                    @ApiResponse(
                                            responseCode = "200",
                                            description = ANSWER,
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                                            schema = @Schema(implementation = RetentionBody.class))),
                                    @ApiResponse(
                                            responseCode = "400",
                                            description = REFUSED + ", metric_not_retention",
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM))),
                                    @ApiResponse(
                                            responseCode = "404",
                                            description = UNKNOWN + ", metric_unknown",
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                            schema = @Schema(ref = PROBLEM)))
                                }))
    })
    RouterFunction<ServerResponse> reportRoutes(Reports reports) {
        return new ReportRoutes(reports).routes();
    }
}
