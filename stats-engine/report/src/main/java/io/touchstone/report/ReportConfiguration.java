package io.touchstone.report;

import io.touchstone.report.source.CatalogReader;
import io.touchstone.report.source.CellReader;
import io.touchstone.report.source.PositionReader;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
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
    RouterFunction<ServerResponse> reportRoutes(Reports reports) {
        return new ReportRoutes(reports).routes();
    }
}
