package io.touchstone.console.experiment;

import io.touchstone.console.flag.FlagSettings;
import io.touchstone.console.flag.Flags;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.metric.Metrics;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.time.ConsoleClock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The beans of experiments. */
@Configuration(proxyBeanMethods = false)
@Import({ExperimentEndpoint.class, LifecycleEndpoint.class})
public class ExperimentConfiguration {
    @Bean
    Experiments experiments(DatabaseClient database, ConsoleClock clock) {
        return new Experiments(database, clock);
    }

    @Bean
    Phases phases(DatabaseClient database) {
        return new Phases(database);
    }

    @Bean
    SlotClaims slotClaims(DatabaseClient database) {
        return new SlotClaims(database);
    }

    @Bean
    ExperimentDrafts experimentDrafts(
            Environments environments,
            Flags flags,
            Layers layers,
            Metrics metrics,
            Experiments experiments,
            Phases phases,
            Publications publications,
            ConsoleClock clock) {
        return new ExperimentDrafts(environments, flags, layers, metrics, experiments, phases, publications, clock);
    }

    @Bean
    ExperimentLifecycle experimentLifecycle(
            Environments environments,
            Experiments experiments,
            Phases phases,
            SlotClaims claims,
            Layers layers,
            Metrics metrics,
            Flags flags,
            FlagSettings flagSettings,
            Publications publications,
            TransactionalOperator transactions,
            ConsoleClock clock,
            @Value("${touchstone.console.start-delay:20s}") Duration startDelay) {
        return new ExperimentLifecycle(
                environments,
                experiments,
                phases,
                claims,
                layers,
                metrics,
                flags,
                flagSettings,
                publications,
                transactions,
                clock,
                startDelay);
    }
}
