package io.touchstone.console.importing;

import io.touchstone.console.experiment.Experiments;
import io.touchstone.console.experiment.Phases;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.time.ConsoleClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The beans of imports. */
@Configuration(proxyBeanMethods = false)
@Import(ImportEndpoint.class)
public class ImportConfiguration {
    @Bean
    Imports imports(DatabaseClient database, ConsoleClock clock) {
        return new Imports(database, clock);
    }

    @Bean
    ImportDesk importDesk(
            Environments environments,
            Experiments experiments,
            Phases phases,
            Imports imports,
            Publications publications,
            ConsoleClock clock) {
        return new ImportDesk(environments, experiments, phases, imports, publications, clock);
    }

    @Bean
    ImportExpiry importExpiry(
            Imports imports, Environments environments, Publications publications, TransactionalOperator transactions) {
        return new ImportExpiry(imports, environments, publications, transactions);
    }
}
