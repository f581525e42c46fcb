package io.touchstone.benchmarks.ingest;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.touchstone.assignment.AssignmentConfiguration;
import io.touchstone.assignment.AssignmentSettings;
import io.touchstone.assignment.pseudonym.MasterKey;
import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.TopicEnds;
import io.touchstone.benchmarks.process.WorkFolder;
import io.touchstone.embedded.kafka.BrokerSettings;
import io.touchstone.embedded.kafka.EmbeddedBroker;
import io.touchstone.embedded.kafka.Topic;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.migrations.Migrations;
import io.touchstone.model.Topics;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The measured JVM: broker and data plane together, as standalone has them. Commands on standard input: {@code check} compares what the
 * data plane wrote with what the raw producer sends, {@code raw SECONDS} lets the raw producer send, {@code written} counts the events in the topic, {@code quit} ends.
 */
public final class IngestServer {

    static final String RAW_TOPIC = "benchmark.raw";

    private static final int PARTITIONS = 4;
    private static final String PASSWORD = "benchmark-only";
    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    private IngestServer() {}

    /** The data plane alone; the control plane's libraries are only on the class path. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(AssignmentConfiguration.class)
    static class DataPlane {}

    /** Starts, says its port, obeys. */
    public static void main(String[] arguments) throws Exception {
        try (WorkFolder folder = WorkFolder.create();
                EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder.postgres(), PASSWORD)
                        .withBinaries(WorkFolder.root().resolve("postgres-programs")));
                EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("kafka")))) {
            Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                IngestPublication.publish(connection);
            }
            broker.ensureTopics(List.of(new Topic(Topics.EVENTS, PARTITIONS), new Topic(RAW_TOPIC, PARTITIONS)));
            try (ConfigurableApplicationContext context = start(folder.resolve("plane"), database, broker)) {
                ChildJvm.answer(
                        "port", context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
                obey(broker.bootstrapServers());
            }
        }
    }

    private static ConfigurableApplicationContext start(Path folder, EmbeddedDatabase database, EmbeddedBroker broker)
            throws java.io.IOException {
        java.nio.file.Files.createDirectories(folder);
        Path key = folder.resolve("master.key");
        MasterKey.readOrCreate(key);
        AssignmentSettings settings = new AssignmentSettings(folder.resolve("copies"), key, broker.bootstrapServers());
        ConnectionFactory connections = connections(database);
        return new SpringApplicationBuilder(DataPlane.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("benchmark", properties()));
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(AssignmentSettings.class, () -> settings);
                    beans.registerBean(ConnectionFactory.class, () -> connections);
                })
                .build()
                .run();
    }

    private static ConnectionFactory connections(EmbeddedDatabase database) {
        String url = database.jdbcUrl().replaceFirst("^jdbc:", "r2dbc:");
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(5))
                .build());
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.main.web-application-type", "reactive");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("springdoc.api-docs.enabled", "false");
        properties.put("spring.flyway.enabled", "false");
        properties.put(
                "spring.autoconfigure.exclude",
                String.join(
                        ",",
                        SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
                        SECURITY + "ReactiveUserDetailsServiceAutoConfiguration",
                        SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration"));
        return properties;
    }

    private static void obey(String bootstrapServers) throws Exception {
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                RawProducer raw = new RawProducer(bootstrapServers)) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                String[] words = command.split(" ");
                switch (words[0]) {
                    case "check" ->
                        ChildJvm.answer("checked", SameBytes.check(bootstrapServers, Long.parseLong(words[1])));
                    case "raw" -> raw.send(Integer.parseInt(words[1]), Long.parseLong(words[2]));
                    case "written" ->
                        ChildJvm.answer(
                                "written",
                                TopicEnds.of(bootstrapServers, Topics.EVENTS).total());
                    case "quit" -> {
                        return;
                    }
                    default ->
                        throw new IllegalStateException(
                                "command: " + command + " (expected: check, raw, written or quit)");
                }
            }
        }
    }
}
