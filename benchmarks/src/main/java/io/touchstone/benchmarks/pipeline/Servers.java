package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.process.TopicEnds;
import io.touchstone.benchmarks.process.WorkFolder;
import io.touchstone.benchmarks.scenario.Scenario;
import io.touchstone.benchmarks.scenario.ScenarioCatalog;
import io.touchstone.embedded.kafka.BrokerSettings;
import io.touchstone.embedded.kafka.EmbeddedBroker;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.migrations.Migrations;
import io.touchstone.model.Topics;
import io.touchstone.model.catalog.CatalogCodec;
import io.touchstone.pipeline.Database;
import io.touchstone.pipeline.TopicSetup;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Broker and PostgreSQL of a run, with the scenario's catalog published. */
final class Servers implements AutoCloseable {

    /** As standalone has them. */
    static final int PARTITIONS = 4;

    private static final String PASSWORD = "benchmark-only";

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;

    private Servers(EmbeddedBroker broker, EmbeddedDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    static Servers start(WorkFolder folder, Scenario scenario) throws InterruptedException, SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder.postgres(), PASSWORD)
                .withBinaries(WorkFolder.root().resolve("postgres-programs")));
        Servers servers = new Servers(EmbeddedBroker.start(BrokerSettings.in(folder.resolve("kafka"))), database);
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        servers.publish(scenario);
        try (Admin admin = servers.admin()) {
            TopicSetup.ensure(admin, PARTITIONS, 1);
        }
        return servers;
    }

    private void publish(Scenario scenario) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO project (key, name, created_at) VALUES ('benchmark', 'Benchmark', now());
                        INSERT INTO environment (number, project_id, key, name, zone, created_at)
                          OVERRIDING SYSTEM VALUE
                          SELECT 1, p.id, 'production', 'Production', 'Asia/Shanghai', now() FROM project p;
                        INSERT INTO publication
                          (environment, version, datafile, datafile_etag, catalog, access_list, published_at)
                          VALUES (1, ?, '{}', '"1"', ?, '{}', now())
                        """)) {
            insert.setLong(1, Scenario.CONFIG);
            insert.setString(2, new String(CatalogCodec.write(ScenarioCatalog.of(scenario)), StandardCharsets.UTF_8));
            insert.execute();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers()));
    }

    Database pipelineDatabase() {
        return new Database(database.jdbcUrl(), database.user(), database.password());
    }

    ProcessHandle postgres() {
        return ProcessHandle.of(database.pid())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL: ended (expected: running)"));
    }

    /** Rows of cells that have reached PostgreSQL. */
    long cellRows() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM cell_row")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Records that could not be counted; any would spoil the figures. */
    long deadLetters() {
        return TopicEnds.of(bootstrapServers(), Topics.DEAD_LETTERS).total();
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
