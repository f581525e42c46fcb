package io.touchstone.console;

import io.r2dbc.spi.ConnectionFactory;
import io.touchstone.console.access.AccessConfiguration;
import io.touchstone.console.access.Accounts;
import io.touchstone.console.access.OperatorTokens;
import io.touchstone.console.apikey.ApiKeyEndpoint;
import io.touchstone.console.apikey.ApiKeys;
import io.touchstone.console.bootstrap.Bootstrap;
import io.touchstone.console.experiment.ExperimentConfiguration;
import io.touchstone.console.experiment.Experiments;
import io.touchstone.console.experiment.Phases;
import io.touchstone.console.flag.FlagEndpoint;
import io.touchstone.console.flag.FlagSettingEndpoint;
import io.touchstone.console.flag.FlagSettings;
import io.touchstone.console.flag.Flags;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.importing.ImportConfiguration;
import io.touchstone.console.importing.Imports;
import io.touchstone.console.json.JsonConfiguration;
import io.touchstone.console.layer.LayerEndpoint;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.metric.MetricEndpoint;
import io.touchstone.console.metric.Metrics;
import io.touchstone.console.page.PageConfiguration;
import io.touchstone.console.project.EnvironmentCreation;
import io.touchstone.console.project.EnvironmentEquipment;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.ProjectEndpoint;
import io.touchstone.console.project.ProjectPublications;
import io.touchstone.console.project.Projects;
import io.touchstone.console.project.Publications;
import io.touchstone.console.publication.DocumentPublications;
import io.touchstone.console.publication.PublishedFacts;
import io.touchstone.console.time.ConsoleClock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The control plane as beans: a program that has a WebFlux server and a {@link ConnectionFactory} to a migrated PostgreSQL
 * imports this class. It scans no package and brings every endpoint by name.
 *
 * <p>Property: {@code touchstone.console.start-delay}, a duration, 20 s where absent: between the publication of a start and its
 * effect.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessConfiguration.class,
    ApiKeyEndpoint.class,
    ExperimentConfiguration.class,
    FlagEndpoint.class,
    FlagSettingEndpoint.class,
    ImportConfiguration.class,
    JsonConfiguration.class,
    LayerEndpoint.class,
    MetricEndpoint.class,
    OpenApiConfiguration.class,
    PageConfiguration.class,
    ProjectEndpoint.class
})
public class ConsoleConfiguration {
    /** The program's own time source where it brings one bean of that type. */
    @Bean
    ConsoleClock consoleClock(ObjectProvider<InstantSource> source) {
        InstantSource given = source.getIfUnique();
        return new ConsoleClock(given == null ? InstantSource.system() : given);
    }

    @Bean
    @Fallback
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    @Fallback
    TransactionalOperator transactionalOperator(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @Bean
    IdempotentCreations idempotentCreations(
            DatabaseClient database, TransactionalOperator transactions, ConsoleClock clock) {
        return new IdempotentCreations(database, transactions, clock);
    }

    @Bean
    Projects projects(DatabaseClient database, ConsoleClock clock) {
        return new Projects(database, clock);
    }

    @Bean
    Environments environments(DatabaseClient database, Projects projects, ConsoleClock clock) {
        return new Environments(database, projects, clock);
    }

    @Bean
    EnvironmentCreation environmentCreation(
            Environments environments, EnvironmentEquipment equipment, Publications publications) {
        return new EnvironmentCreation(environments, equipment, publications);
    }

    @Bean
    ApiKeys apiKeys(DatabaseClient database, ConsoleClock clock) {
        return new ApiKeys(database, clock);
    }

    @Bean
    Flags flags(DatabaseClient database) {
        return new Flags(database);
    }

    @Bean
    FlagSettings flagSettings(DatabaseClient database, ConsoleClock clock) {
        return new FlagSettings(database, clock);
    }

    @Bean
    Metrics metrics(DatabaseClient database, ConsoleClock clock) {
        return new Metrics(database, clock);
    }

    @Bean
    Layers layers(DatabaseClient database, ConsoleClock clock) {
        return new Layers(database, clock);
    }

    @Bean
    PublishedFacts publishedFacts(
            Layers layers,
            Flags flags,
            FlagSettings settings,
            Experiments experiments,
            Phases phases,
            Metrics metrics,
            ApiKeys keys,
            Imports imports) {
        return new PublishedFacts(layers, flags, settings, experiments, phases, metrics, keys, imports);
    }

    @Bean
    Publications publications(DatabaseClient database, PublishedFacts published, ConsoleClock clock) {
        return new DocumentPublications(database, published, clock);
    }

    @Bean
    ProjectPublications projectPublications(Environments environments, Publications publications) {
        return new ProjectPublications(environments, publications);
    }

    @Bean
    Bootstrap bootstrap(
            OperatorTokens tokens,
            Accounts accounts,
            Projects projects,
            EnvironmentCreation environments,
            TransactionalOperator transactions) {
        return new Bootstrap(tokens, accounts, projects, environments, transactions);
    }
}
