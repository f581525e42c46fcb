package io.touchstone.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.touchstone.report.source.CatalogReader;
import io.touchstone.report.source.CellReader;
import io.touchstone.report.source.PositionReader;
import java.time.InstantSource;
import org.springdoc.core.annotations.RouterOperation;
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

    /** Reports by the application's clock, the system's where it has none. */
    @Bean
    Reports reports(DatabaseClient database, ObjectProvider<InstantSource> clock) {
        return new Reports(
                new CatalogReader(database),
                new CellReader(database),
                new PositionReader(database),
                clock.getIfAvailable(InstantSource::system));
    }

    /** The report route. */
    @Bean
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
                                @Parameter(name = "project", in = ParameterIn.PATH, required = true),
                                @Parameter(name = "environment", in = ParameterIn.PATH, required = true),
                                @Parameter(name = "experiment", in = ParameterIn.PATH, required = true),
                                @Parameter(
                                        name = "phase",
                                        in = ParameterIn.QUERY,
                                        description = "Number of a phase; the newest by default",
                                        schema = @Schema(type = "integer", minimum = "1")),
                                @Parameter(
                                        name = "asOf",
                                        in = ParameterIn.QUERY,
                                        description =
                                                "Day in the environment's zone, not after today; today by default",
                                        schema = @Schema(type = "string", format = "date"))
                            },
                            responses = {
                                @ApiResponse(
                                        responseCode = "200",
                                        description = "The report; docs/formats/report.md",
                                        content =
                                                @Content(
                                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                                        schema = @Schema(type = "object"))),
                                @ApiResponse(
                                        responseCode = "400",
                                        description = "as_of_invalid",
                                        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE)),
                                @ApiResponse(
                                        responseCode = "404",
                                        description = "environment_unknown, experiment_unknown, phase_unknown",
                                        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                            }))
    RouterFunction<ServerResponse> reportRoutes(Reports reports) {
        return new ReportRoutes(reports).routes();
    }
}
