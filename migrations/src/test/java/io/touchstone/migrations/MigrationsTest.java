package io.touchstone.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.embedded.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private TestDatabase created;
    private DataSource database;

    @BeforeEach
    void createDatabase() {
        created = TestDatabase.create(MigrationsTest.class);
        database = created.dataSource();
    }

    @AfterEach
    void dropDatabase() {
        created.close();
    }

    @Test
    void migrate_emptyDatabase_createsEveryTableWithAPrimaryKey() throws SQLException {
        assertThat(Migrations.migrate(database)).isPositive();

        assertThat(column("""
                select t.table_name from information_schema.tables t
                 where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                   and not exists (select 1 from information_schema.table_constraints c
                                    where c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY')""")).isEmpty();
        assertThat(column("select table_name from information_schema.tables where table_schema = 'public'"))
                .contains("project", "environment", "publication", "slot_claim", "cell_row", "sink_position");
    }

    @Test
    void migrate_noInstantWithoutZone_everyTimeIsTimestamptz() throws SQLException {
        Migrations.migrate(database);

        assertThat(column("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public' and data_type = 'timestamp without time zone'
                   and table_name <> 'flyway_schema_history'""")).isEmpty();
    }

    @Test
    void migrate_twice_changesNothing() {
        Migrations.migrate(database);

        assertThat(Migrations.migrate(database)).isZero();
    }

    @Test
    void migrate_newerSchema_saysSoInOneSentence() throws SQLException {
        Migrations.migrate(database);
        run(database, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                                                   execution_time, success)
                values (9999, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 'test', 0, true)""");

        assertThatThrownBy(() -> Migrations.migrate(database))
                .isInstanceOf(SchemaTooNewException.class)
                .hasMessageContaining("schema version 9999")
                .hasMessageContaining("start the newer Touchstone");
    }

    @Test
    void claimSinkPosition_newAndKnownPartition_raisesTheEpochAndKeepsTheOffset() throws SQLException {
        Migrations.migrate(database);

        assertThat(column("select epoch || ':' || next_offset from claim_sink_position('cells-0')"))
                .containsExactly("1:0");
        assertThat(column("select advance_sink_position('cells-0', 1, 0, 7, null)"))
                .containsExactly("t");
        assertThat(column("select epoch || ':' || next_offset from claim_sink_position('cells-0')"))
                .containsExactly("2:7");
    }

    @Test
    void advanceSinkPosition_staleEpochOrOffset_matchesNothing() throws SQLException {
        Migrations.migrate(database);
        column("select * from claim_sink_position('cells-0')");
        column("select * from claim_sink_position('cells-0')");

        assertThat(column("select advance_sink_position('cells-0', 1, 0, 5, now())"))
                .containsExactly("f");
        assertThat(column("select advance_sink_position('cells-0', 2, 3, 5, now())"))
                .containsExactly("f");
        assertThat(column("select advance_sink_position('cells-1', 1, 0, 5, now())"))
                .containsExactly("f");
        assertThat(column("select next_offset from sink_position")).containsExactly("0");
        assertThat(column("select advance_sink_position('cells-0', 2, 0, 5, now())"))
                .containsExactly("t");
    }

    @Test
    void slotClaim_overlapInOneLayer_isRefusedByTheDatabase() throws SQLException {
        Migrations.migrate(database);
        seedTwoExperiments();
        run(
                database,
                "insert into slot_claim (layer_id, environment, experiment, slots) values (1, 1, 'a', '[0,500000)')");
        run(
                database,
                "insert into slot_claim (layer_id, environment, experiment, slots) values (1, 1, 'b', '[500000,1000000)')");

        assertThatThrownBy(
                        () -> run(
                                database,
                                "insert into slot_claim (layer_id, environment, experiment, slots) values (1, 1, 'b', '[499999,500000)')"))
                .hasMessageContaining("slot_claim_no_overlap");
        assertThatThrownBy(
                        () -> run(
                                database,
                                "insert into slot_claim (layer_id, environment, experiment, slots) values (1, 1, 'b', '[999999,1000001)')"))
                .hasMessageContaining("slot_claim_in_layer");
    }

    private void seedTwoExperiments() throws SQLException {
        run(database, "insert into project (key, name, created_at) values ('p', 'p', now())");
        run(
                database,
                "insert into environment (project_id, key, name, zone, created_at) values (1, 'e', 'e', 'UTC', now())");
        run(database, "insert into layer (environment, key, salt, created_at) values (1, 'l', 's', now())");
        run(database, """
                insert into flag (project_id, key, name, type, default_value, created_at)
                values (1, 'f', 'f', 'boolean', 'false', now())""");
        run(database, """
                insert into experiment (environment, project_id, key, name, flag, imported, state, definition, revision,
                                        created_at, updated_at)
                select 1, 1, x, x, 'f', false, 'draft', '{}', 1, now(), now() from unnest(array['a', 'b']) x""");
    }

    private static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
