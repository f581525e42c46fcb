package io.touchstone.standalone.up;

import io.touchstone.embedded.kafka.BrokerSettings;
import io.touchstone.embedded.kafka.EmbeddedBroker;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.folder.DataFolder;
import java.util.Map;
import java.util.Optional;

/** The database and the broker under the planes: those the environment names, else embedded ones in the data folder. */
final class Servers {
    private static final String BOOTSTRAP_VARIABLE = "TOUCHSTONE_KAFKA_BOOTSTRAP";
    private static final String LOOPBACK = "127.0.0.1";

    private final UpOptions options;
    private final DataFolder folder;
    private final Map<String, String> environment;
    private final ShutdownOrder order;
    private final StepLog steps;

    Servers(UpOptions options, DataFolder folder, Map<String, String> environment, ShutdownOrder order, StepLog steps) {
        this.options = options;
        this.folder = folder;
        this.environment = environment;
        this.order = order;
        this.steps = steps;
    }

    /** The database for the planes. */
    DatabaseAddress database() {
        Optional<DatabaseAddress> external = DatabaseAddress.of(environment, folder.secrets()::knownDatabasePassword);
        if (external.isPresent()) {
            return external.get();
        }
        if (!options.starts(Part.DATABASE)) {
            throw missing(DatabaseAddress.URL_VARIABLE, "jdbc:postgresql://host:port/database");
        }
        EmbeddedDatabase database = startDatabase(
                options.allInOne() ? LOOPBACK : options.listen().host(),
                options.allInOne()
                        ? options.embedded().database()
                        : options.listen().port());
        return new DatabaseAddress(database.jdbcUrl(), database.user(), database.password());
    }

    private EmbeddedDatabase startDatabase(String host, int port) {
        DatabaseSettings settings = DatabaseSettings.in(
                        folder.part("postgres"), folder.secrets().databasePassword())
                .withBinaries(folder.part("programs"))
                .withListen(host, port);
        return steps.step(
                "Database",
                () -> order.add(EmbeddedDatabase.start(settings)),
                started -> "PostgreSQL on " + started.host() + ":" + started.port()
                        + (started.adopted() ? ", still running from before" : ""));
    }

    /** Addresses of Kafka for the planes. */
    String kafka() {
        String external = environment.getOrDefault(BOOTSTRAP_VARIABLE, "").strip();
        if (!external.isEmpty()) {
            return external;
        }
        if (!options.starts(Part.BROKER)) {
            throw missing(BOOTSTRAP_VARIABLE, "host:port,...");
        }
        BrokerSettings settings = BrokerSettings.in(folder.part("kafka"))
                .withListen(
                        options.allInOne() ? LOOPBACK : options.listen().host(),
                        options.allInOne()
                                ? options.embedded().kafka()
                                : options.listen().port());
        return steps.step(
                        "Broker",
                        () -> order.add(startBroker(settings)),
                        started -> "Kafka on " + started.bootstrapServers())
                .bootstrapServers();
    }

    private static EmbeddedBroker startBroker(BrokerSettings settings) {
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Thread.ofVirtual().start(() -> endWith(broker));
        return broker;
    }

    /** Without its log nothing can be accepted or counted: the process ends, and whoever watches it starts it anew. */
    private static void endWith(EmbeddedBroker broker) {
        try {
            String reason = broker.awaitFailure();
            System.err.println(
                    "Kafka gave up (" + reason + "); stopping. Free the disk or mend the folder, then start again.");
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RefusedException missing(String variable, String form) {
        String plane = options.parts().iterator().next().word();
        return new RefusedException(
                "server_unknown",
                variable + ": absent (expected: " + form + ", as --plane=" + plane + " starts no server of its own)");
    }
}
