package io.touchstone.report;

import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.embedded.testing.WithPostgres;
import io.touchstone.migrations.Migrations;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.CatalogCodec;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.RowKeyCodec;
import io.touchstone.report.count.CountedRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRoutesTest {

    private static final String REPORT = "/api/v1/projects/tea/environments/production/experiments/winback/report";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final MetricDefinition BUY = metric("buy", MetricKind.CONVERSION, null, null);

    private TestDatabase database;
    private int environment;
    private WebTestClient client;

    @BeforeAll
    void fill(TestDatabase created) throws SQLException {
        database = created;
        Migrations.migrate(created.dataSource());
        try (Connection connection = created.connect()) {
            environment = insertEnvironment(connection);
            publish(connection, catalog(1));
            CellFixture cells = new CellFixture();
            for (String variant : List.of("control", "coupon")) {
                int converted = variant.equals("control") ? 50 : 70;
                cells.exposed(variant, DAY, 1000)
                        .units(BUY.ref(), false, variant, DAY, 1000)
                        .conversions(BUY.ref(), variant, DAY, DAY.plusDays(2), converted);
            }
            for (CountedRow row : cells.rows()) {
                write(connection, row, RowKey.ALL, RowKey.NO_FOLD);
                write(connection, row, RowKey.ALL, 3);
                write(connection, row, "city=beijing", RowKey.NO_FOLD);
            }
            complete(connection, 0, "2026-03-10T11:59:58Z");
            complete(connection, 1, "2026-03-10T11:59:50Z");
        }
        client = client();
    }

    @Test
    void report_ofTheNewestPhase_isReadFromTheCellsOfAllUnits() {
        JsonNode report = get(REPORT, 200);
        assertThat(report.get("experiment").asString()).isEqualTo("winback");
        assertThat(report.get("asOf").asString()).isEqualTo("2026-03-10");
        assertThat(report.at("/srm/observed").toString()).isEqualTo("[1000,1000]");
        JsonNode coupon = report.at("/metrics/0/variants/1");
        assertThat(coupon.get("units").asLong()).isEqualTo(1000);
        assertThat(coupon.get("count").asLong()).isEqualTo(70);
        assertThat(coupon.at("/absolute/estimate").asDouble()).isEqualTo(0.07 - 0.05);
    }

    @Test
    void report_onePartitionBehind_isAsFreshAsThatOne() {
        JsonNode freshness = get(REPORT, 200).get("freshness");
        assertThat(freshness.get("countedThrough").asString()).isEqualTo("2026-03-10T11:59:50Z");
        assertThat(freshness.get("lagMillis").asLong()).isEqualTo(10_000);
    }

    @Test
    void report_asOfAnEarlierDay_seesNoLaterEvent() {
        JsonNode report = get(REPORT + "?phase=1&asOf=2026-03-03", 200);
        assertThat(report.at("/metrics/0/variants/1/count").asLong()).isZero();
        assertThat(report.at("/metrics/0/variants/1/units").asLong()).isEqualTo(1000);
        JsonNode before = get(REPORT + "?asOf=2026-03-01", 200);
        assertThat(before.at("/metrics/0/variants/1/units").asLong()).isZero();
    }

    @Test
    void series_ofAMetric_isReadFromItsCells() {
        JsonNode series = get(REPORT + "/series?metric=buy&asOf=2026-03-05", 200);
        assertThat(series.get("metric").asString()).isEqualTo("buy");
        assertThat(series.at("/entry/0").toString())
                .startsWith("{\"day\":\"2026-03-02\",\"waiting\":false,\"variants\":"
                        + "[{\"key\":\"control\",\"control\":true,\"units\":1000,\"count\":50,\"value\":0.05}");
        assertThat(series.get("course").size()).isEqualTo(4);
        assertThat(series.at("/course/1/variants/1/count").asLong()).isZero();
        assertThat(series.at("/course/2/variants/1/absolute"))
                .isEqualTo(get(REPORT + "?asOf=2026-03-04", 200).at("/metrics/0/variants/1/absolute"));
    }

    @Test
    void report_afterANewPublication_usesIt() throws SQLException {
        get(REPORT, 200);
        try (Connection connection = database.connect()) {
            publish(connection, catalog(2));
        }
        assertThat(get(REPORT, 200).get("config").asLong()).isEqualTo(2);
    }

    @Test
    void question_withoutAnAnswer_isAProblem() {
        problem(REPORT.replace("winback", "other"), 404, "not_found", "experiment: other (expected: ");
        problem(REPORT.replace("tea", "coffee"), 404, "not_found", "environment: coffee/production (expected: ");
        problem(REPORT + "?phase=2", 404, "phase_unknown", "phase: 2 (expected: 1 to 1)");
        problem(REPORT + "?phase=x", 404, "phase_unknown", "phase: x (expected: 1 to 1)");
        problem(REPORT + "?asOf=yesterday", 400, "as_of_invalid", "asOf: yesterday (expected: a day as YYYY-MM-DD)");
        problem(REPORT + "/series?metric=sell", 404, "metric_unknown", "metric: sell (expected: one of buy)");
        problem(
                REPORT + "/retention?metric=buy",
                400,
                "metric_not_retention",
                "metric: buy of kind conversion (expected: a retention metric)");
        problem(REPORT + "/retention?metric=sell", 404, "metric_unknown", "metric: sell (expected: one of buy");
        problem(REPORT + "/series", 400, "parameter_missing", "metric: absent (expected: required)");
        problem(REPORT + "/retention", 400, "parameter_missing", "metric: absent (expected: required)");
        problem(REPORT + "/series?metric=buy&phase=2", 404, "phase_unknown", "phase: 2 (expected: 1 to 1)");
        problem(REPORT + "?asOf=2026-02-30", 400, "as_of_invalid", "asOf: 2026-02-30 (expected: a day");
        problem(REPORT + "?asOf=2026-03-11", 400, "as_of_invalid", "asOf: 2026-03-11 (expected: 1970-01-01 to today");
        problem(REPORT + "?asOf=1969-12-31", 400, "as_of_invalid", "asOf: 1969-12-31 (expected: ");
    }

    @Test
    void question_withAParameterNobodyReads_isRefused() {
        problem(REPORT + "?fase=1", 400, "parameter_unknown", "parameter: fase (expected: phase | asOf)");
        problem(REPORT + "?phase=1&slice=city", 400, "parameter_unknown", "parameter: slice (expected: phase | asOf)");
        problem(REPORT + "?metric=buy", 400, "parameter_unknown", "parameter: metric (expected: phase | asOf)");
        problem(
                REPORT + "/series?metric=buy&day=1",
                400,
                "parameter_unknown",
                "parameter: day (expected: metric | phase | asOf)");
        problem(REPORT + "?phase=1&phase=2", 400, "duplicate", "phase: 2 values (expected: one)");
        problem(REPORT + "?asOf=2026-03-03&asOf=2026-03-03", 400, "duplicate", "asOf: 2 values (expected: one)");
    }

    @Test
    void report_byAnotherMethod_is405WithAllow() {
        client.post()
                .uri(REPORT)
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .value("Allow", allow -> assertThat(allow.split(",")).containsExactlyInAnyOrder("GET", "HEAD"));
        client.head().uri(REPORT).exchange().expectStatus().isOk().expectBody().isEmpty();
    }

    private void problem(String uri, int status, String code, String detail) {
        JsonNode problem = get(uri, status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).startsWith(detail);
    }

    private JsonNode get(String uri, int status) {
        MediaType type = status == 200 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON;
        byte[] body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(type)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.builder().build().readTree(body);
    }

    /** Through the configuration that the services import. */
    private WebTestClient client() {
        PostgresqlConnectionFactory connections =
                new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                        .host(database.host())
                        .port(database.port())
                        .database(database.name())
                        .username(database.user())
                        .password(database.password())
                        .build());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseClient.class, () -> DatabaseClient.create(connections));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(NOW));
        context.register(ReportConfiguration.class);
        context.refresh();
        RouterFunction<ServerResponse> routes = context.<RouterFunction<ServerResponse>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(RouterFunction.class, ServerResponse.class))
                .getObject();
        return WebTestClient.bindToRouterFunction(routes).build();
    }

    private Catalog catalog(long version) {
        Catalog catalog = PhaseFixture.catalog(
                environment,
                "tea/production",
                List.of(BUY),
                phase(variants("control", "coupon"), List.of(BUY), MeansMethod.GUARDED, null));
        return new Catalog(
                version,
                catalog.environment(),
                catalog.environmentKey(),
                catalog.zone(),
                catalog.metrics(),
                catalog.experiments());
    }

    private static int insertEnvironment(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into project (key, name, created_at) values ('tea', 'Tea', now())");
            try (var keys = statement.executeQuery("""
                    insert into environment (project_id, key, name, zone, created_at)
                    select id, 'production', 'Production', 'Asia/Shanghai', now() from project
                    returning number""")) {
                keys.next();
                return keys.getInt(1);
            }
        }
    }

    private void publish(Connection connection, Catalog catalog) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into publication (environment, version, datafile, datafile_etag, catalog, access_list, published_at)
                values (?, ?, '{}', '"x"', ?, '{}', now())""")) {
            insert.setInt(1, environment);
            insert.setLong(2, catalog.version());
            insert.setString(3, new String(CatalogCodec.write(catalog), StandardCharsets.UTF_8));
            insert.execute();
        }
    }

    private void write(Connection connection, CountedRow row, String slice, int fold) throws SQLException {
        RowKey key = new RowKey(
                environment,
                1,
                "winback",
                1,
                row.metric().key(),
                row.metric().version(),
                row.variant(),
                slice,
                fold,
                0,
                row.eventDay());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cell_row (environment, generation, row_key, experiment, phase, metric, metric_version, variant,
                                      slice, fold, bin, event_day, payload)
                values (?, 1, ?, 'winback', 1, ?, ?, ?, ?, ?, 0, ?, ?)""")) {
            insert.setInt(1, environment);
            insert.setBytes(2, RowKeyCodec.encode(key));
            insert.setString(3, key.metric());
            insert.setInt(4, key.metricVersion());
            insert.setString(5, key.variant());
            insert.setString(6, slice);
            insert.setInt(7, fold);
            insert.setObject(8, LocalDate.ofEpochDay(key.eventDay()));
            insert.setBytes(9, row.row().encode());
            insert.execute();
        }
    }

    private static void complete(Connection connection, int partition, String through) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event_log_check (partition, end_offset, checked_at, complete_through)
                values (?, 5, now(), ?)""")) {
            insert.setInt(1, partition);
            insert.setObject(2, OffsetDateTime.parse(through));
            insert.execute();
        }
    }
}
