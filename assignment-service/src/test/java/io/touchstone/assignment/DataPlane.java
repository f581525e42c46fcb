package io.touchstone.assignment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.touchstone.assignment.datafile.StreamLimits;
import io.touchstone.assignment.health.HealthRouteConfiguration;
import io.touchstone.assignment.pseudonym.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A running data plane on a free port, put together as an application would. */
final class DataPlane implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AssignmentConfiguration.class, HealthRouteConfiguration.class})
    static class Application {}

    private DataPlane(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static DataPlane start(Path folder, String r2dbcUrl, String user, String password, String bootstrapServers) {
        return start(folder, r2dbcUrl, user, password, bootstrapServers, StreamLimits.standard());
    }

    static DataPlane start(
            Path folder,
            String r2dbcUrl,
            String user,
            String password,
            String bootstrapServers,
            StreamLimits streamLimits) {
        Path master = folder.resolve("master.key");
        createFolder(folder);
        MasterKey.readOrCreate(master);
        AssignmentSettings settings = new AssignmentSettings(folder.resolve("copies"), master, bootstrapServers);
        ConnectionFactory connections =
                ConnectionFactories.get(ConnectionFactoryOptions.parse(r2dbcUrl.replaceFirst("^r2dbc:", "r2dbc:pool:"))
                        .mutate()
                        .option(ConnectionFactoryOptions.USER, user)
                        .option(ConnectionFactoryOptions.PASSWORD, password)
                        .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(2))
                        .build());
        SpringApplication application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "spring.main.banner-mode", "off"))
                .build();
        application.addInitializers(context -> {
            var beans = ((org.springframework.context.support.GenericApplicationContext) context);
            beans.registerBean(AssignmentSettings.class, () -> settings);
            beans.registerBean(ConnectionFactory.class, () -> connections);
            beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
            beans.registerBean(StreamLimits.class, () -> streamLimits);
        });
        return new DataPlane(application.run());
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
