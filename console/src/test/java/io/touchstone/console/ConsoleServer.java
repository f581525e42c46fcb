package io.touchstone.console;

import io.touchstone.console.bootstrap.Bootstrap;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.migrations.Migrations;
import io.touchstone.report.ReportConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** The control plane alone on a free port, over a migrated database of its own; one for all tests of the JVM. */
public final class ConsoleServer {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final ConsoleServer SHARED = new ConsoleServer();

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final String token = Bootstrap.newTokenText();

    private ConsoleServer() {
        database = TestDatabase.create(ConsoleServer.class);
        Migrations.migrate(database.dataSource());
        context = start(Map.of(
                "spring.r2dbc.url",
                database.r2dbcUrl(),
                "spring.r2dbc.username",
                database.user(),
                "spring.r2dbc.password",
                database.password(),
                "spring.r2dbc.pool.initial-size",
                "1",
                "spring.r2dbc.pool.max-size",
                "8",
                "touchstone.console.start-delay",
                "20s"));
        bootstrap().ensureLauncherToken(token).block();
    }

    public static ConsoleServer shared() {
        return SHARED;
    }

    /** A server with other properties; the caller closes it. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(Program.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        return application.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    public int port() {
        return port(context);
    }

    public static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    public Bootstrap bootstrap() {
        return context.getBean(Bootstrap.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public String token() {
        return token;
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** Moves the console's clock forward, for all tests from now on. */
    public void pass(Duration time) {
        AHEAD.updateAndGet(time::plus);
    }

    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    /** The first column of a query as text. */
    public List<String> column(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What a program that starts the console brings. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ConsoleConfiguration.class, ReportConfiguration.class})
    static class Program {
        @Bean
        InstantSource testClock() {
            return ConsoleServer::now;
        }

        /** Closing one server must not close the event loops of another. */
        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory factory = new ReactorResourceFactory();
            factory.setUseGlobalResources(false);
            return factory;
        }
    }
}
