package io.touchstone.standalone.up;

import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.touchstone.assignment.AssignmentConfiguration;
import io.touchstone.assignment.AssignmentSettings;
import io.touchstone.assignment.http.EventLoopAnswers;
import io.touchstone.assignment.http.ServerLimits;
import io.touchstone.console.ConsoleConfiguration;
import io.touchstone.report.ReportConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The planes that answer HTTP, in one Spring context: control plane with reports, data plane, or both; or only health and meters of a
 * pipeline.
 *
 * @param options which of them, and where they listen
 * @param database PostgreSQL
 * @param dataPlane what the data plane has to be told; empty: the control plane alone
 */
record HttpPlanes(UpOptions options, DatabaseAddress database, Optional<AssignmentSettings> dataPlane) {
    private static final int MOST_CONNECTIONS = 20;
    /** All planes share this process, so a publication needs no time to travel. */
    private static final Duration START_DELAY_IN_ONE_PROCESS = Duration.ofSeconds(2);

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    /** Starts them; closing the context ends open requests first, at most 10 s. */
    ConfigurableApplicationContext start(PipelineState pipeline) {
        // Logging is set up long before; a second set-up would drop lines in between.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication application = new SpringApplicationBuilder(sources().toArray(Class<?>[]::new))
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // The order of the stop is ours.
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("touchstone", properties()));
                    register((GenericApplicationContext) context, pipeline);
                })
                .build();
        return application.run();
    }

    private List<Class<?>> sources() {
        List<Class<?>> sources = new ArrayList<>(List.of(HttpConfiguration.class));
        if (options.starts(Part.CONSOLE)) {
            sources.add(ConsoleConfiguration.class);
            sources.add(ReportConfiguration.class);
        }
        dataPlane.ifPresent(settings -> sources.add(AssignmentConfiguration.class));
        return sources;
    }

    private void register(GenericApplicationContext context, PipelineState pipeline) {
        context.registerBean(ConnectionFactory.class, this::connections);
        context.registerBean(PipelineState.class, () -> pipeline);
        context.registerBean(UpOptions.class, () -> options);
        dataPlane.ifPresentOrElse(settings -> context.registerBean(AssignmentSettings.class, () -> settings), () -> {
            context.registerBean(ServerLimits.class, ServerLimits::standard);
            context.registerBean(EventLoopAnswers.class, EventLoopAnswers::new);
        });
    }

    private ConnectionFactory connections() {
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(
                        "r2dbc:pool:" + database.r2dbcUrl().substring("r2dbc:".length()))
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(5))
                .option(PoolingConnectionFactoryProvider.INITIAL_SIZE, 1)
                .option(PoolingConnectionFactoryProvider.MAX_SIZE, MOST_CONNECTIONS)
                .option(PoolingConnectionFactoryProvider.MAX_ACQUIRE_TIME, Duration.ofSeconds(5))
                .build());
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.main.web-application-type", "reactive");
        properties.put("server.address", options.listen().host());
        properties.put("server.port", options.listen().port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        if (options.allInOne()) {
            properties.put("touchstone.console.start-delay", START_DELAY_IN_ONE_PROCESS.toMillis() + "ms");
        }
        if (!options.starts(Part.CONSOLE)) {
            // The data plane checks its own keys; the libraries of the control plane are only on the class path.
            properties.put("springdoc.api-docs.enabled", "false");
            properties.put(
                    "spring.autoconfigure.exclude",
                    SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration," + SECURITY
                            + "ReactiveUserDetailsServiceAutoConfiguration," + SECURITY
                            + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration");
        }
        return properties;
    }
}
