package io.touchstone.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.embedded.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
    void eventProgress_partitionWithUnreadEvents_isCompleteUpToWhatIsCounted() throws SQLException {
        Migrations.migrate(database);
        check("12:00:00", 7, 9);
        rows(0, "{7,4}", "{'11:00','11:30'}");
        rows(1, "{7,9}", "{'11:00','11:40'}");
        check("12:00:02", 7, 9);

        // Nothing is left of partition 0, so its last event's age is no matter; one owner lacks events of partition 1.
        assertThat(progress()).containsExactly("0: 7 of 7, 12:00:02", "1: 4 of 9, 11:30:00");
    }

    @Test
    void eventProgress_newEventAfterAQuietTime_doesNotFallBehindTheLastLook() throws SQLException {
        Migrations.migrate(database);
        check("12:00:00", 7);
        rows(0, "{7}", "{'09:00'}");
        check("12:00:02", 7);
        check("12:00:04", 8);

        assertThat(progress()).containsExactly("0: 7 of 8, 12:00:02");
    }

    @Test
    void eventProgress_rowsThatNobodyClaimed_holdNothing() throws SQLException {
        Migrations.migrate(database);
        check("12:00:00", 7, 0);
        rows(0, "{7}", "{'11:00'}");
        check("12:00:02", 7, 0);

        assertThat(progress()).containsExactly("0: 0 of 7, open", "1: 0 of 0, 12:00:02");
    }

    @Test
    void recordEventLogCheck_clockAheadOrLateLook_promisesNothing() throws SQLException {
        Migrations.migrate(database);
        column("select record_event_log_check(now() + interval '1 day', '{0}')");
        column("select record_event_log_check(now() - interval '1 day', '{5}')");

        assertThat(column("select complete_through <= now() from event_progress"))
                .containsExactly("t");
        assertThat(column("select end_offset from event_log_check")).containsExactly("0");
    }

    @Test
    void advanceSinkPosition_withoutAMark_keepsWhatIsCounted() throws SQLException {
        Migrations.migrate(database);
        rows(0, "{3}", "{'11:00'}");

        assertThat(column("select advance_sink_position('touchstone.cells-0', 1, 1, 2, null::bigint[], null)"))
                .containsExactly("t");
        assertThat(column("select next_offset || ' ' || events_counted::text from sink_position"))
                .containsExactly("2 {3}");
    }

    private void check(String time, long... ends) throws SQLException {
        column("select record_event_log_check('2026-03-10T" + time + "Z', '{"
                + LongStream.of(ends).mapToObj(Long::toString).collect(Collectors.joining(",")) + "}')");
    }

    /** What a partition of rows holds; times are of the same day. */
    private void rows(int partition, String counted, String through) throws SQLException {
        column("select * from claim_sink_position('touchstone.cells-" + partition + "')");
        column("select advance_sink_position('touchstone.cells-" + partition + "', 1, 0, 1, '" + counted + "', '"
                + through.replaceAll("'([0-9:]+)'", "2026-03-10T$1:00Z") + "')");
    }

    private List<String> progress() throws SQLException {
        return column("""
                select partition || ': ' || next_offset || ' of ' || end_offset || ', '
                       || coalesce(to_char(complete_through at time zone 'UTC', 'HH24:MI:SS'), 'open')
                  from event_progress order by partition""");
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
