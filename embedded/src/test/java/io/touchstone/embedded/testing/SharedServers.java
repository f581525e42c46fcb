package io.touchstone.embedded.testing;

import io.touchstone.embedded.kafka.BrokerSettings;
import io.touchstone.embedded.kafka.EmbeddedBroker;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.DatabaseSettings.Durability;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;

/** One PostgreSQL and one Kafka per JVM, each started when first asked for. */
final class SharedServers {
    private SharedServers() {}

    static TestPostgres postgres() {
        return Postgres.INSTANCE;
    }

    static TestBroker kafka() {
        return Kafka.INSTANCE;
    }

    private static boolean containers() {
        return "containers".equals(System.getenv("TOUCHSTONE_TEST_BACKEND"));
    }

    private static final class Postgres {
        static final TestPostgres INSTANCE = containers() ? ContainerTestPostgres.start() : embedded();

        private static TestPostgres embedded() {
            Path folder = TestFolder.ofThisJvm().resolve("postgres");
            EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder, "only-for-tests")
                    .withBinaries(TestFolder.programs())
                    .withDurability(Durability.NONE));
            TestFolder.beforeDeletion(database::close);
            return new EmbeddedTestPostgres(database);
        }
    }

    private static final class Kafka {
        // Not closed: it dies with the JVM, its folder is deleted, and an orderly stop would only cost a second.
        static final TestBroker INSTANCE = new TestBroker(
                containers()
                        ? ContainerTestKafka.start()
                        : EmbeddedBroker.start(
                                        BrokerSettings.in(TestFolder.ofThisJvm().resolve("kafka")))
                                .bootstrapServers());
    }
}
