package io.touchstone.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.RowKeyCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document says exactly what is answered: a client made from it needs no guess. */
class OpenApiAnswersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ENVIRONMENT = "/api/v1/projects/{project}/environments/{environment}";
    private static final String EXPERIMENT = ENVIRONMENT + "/experiments/{experiment}";

    private final ConsoleClient operator = ConsoleClient.operator();
    private final JsonNode document =
            operator.get("/api/v1/openapi.json").is(200).json();

    @Test
    void answers_areWhatTheDocumentSays() throws SQLException {
        String environment = operator.newEnvironment();
        String project = ConsoleClient.projectOf(environment);
        String experiment = started(environment);
        check("/api/v1/projects", "/api/v1/projects");
        check(project, "/api/v1/projects/{project}");
        check(project + "/metrics", "/api/v1/projects/{project}/metrics");
        check(project + "/metrics/spend", "/api/v1/projects/{project}/metrics/{metric}");
        check(project + "/flags", "/api/v1/projects/{project}/flags");
        check(project + "/environments", "/api/v1/projects/{project}/environments");
        check(environment + "/flags/offer", ENVIRONMENT + "/flags/{flag}");
        check(environment + "/layers", ENVIRONMENT + "/layers");
        check(environment + "/keys", ENVIRONMENT + "/keys");
        check(environment + "/experiments", ENVIRONMENT + "/experiments");
        check(experiment, EXPERIMENT);
        check(experiment + "/report", EXPERIMENT + "/report");
        check(experiment + "/report/series?metric=buy", EXPERIMENT + "/report/series");
        check(experiment + "/report/retention?metric=d1", EXPERIMENT + "/report/retention");
        count(environment);
        JsonNode report = check(experiment + "/report", EXPERIMENT + "/report");
        assertThat(report.at("/metrics/0/variants/1/absolute/p").isNumber()).isTrue();
        assertThat(report.at("/metrics/1/window/lengthMillis").isNumber()).isTrue();
        JsonNode series = check(experiment + "/report/series?metric=buy", EXPERIMENT + "/report/series");
        assertThat(series.path("course").size()).isPositive();
        JsonNode retention = check(experiment + "/report/retention?metric=d1", EXPERIMENT + "/report/retention");
        assertThat(retention.at("/variants/0/curve/0/count").asLong()).isEqualTo(40);
        JsonNode problem = operator.get(experiment + "/report?phase=9").is(404).json();
        assertThat(document.at("/components/schemas/Problem/required").valueStream())
                .allMatch(field -> problem.has(field.asString()));
    }

    @Test
    void document_saysWhatMayBeAbsent() {
        assertThat(required("ReportVariant"))
                .containsExactlyInAnyOrder("key", "control", "units", "waiting")
                .doesNotContain("value");
        assertThat(required("FlagAnswer")).contains("default");
        assertThat(required("ExperimentAnswer")).contains("variants").doesNotContain("startsAt");
        assertThat(required("PageExperimentAnswer")).containsExactly("items");
        assertThat(required("ExperimentRequest")).isEmpty();
        assertThat(document.at("/components/schemas/FlagAnswer/properties/default")
                        .has("type"))
                .isFalse();
    }

    private List<String> required(String schema) {
        return document.at("/components/schemas/" + schema + "/required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode check(String path, String described) {
        JsonNode answer = operator.get(path).is(200).json();
        assertThat(SchemaCheck.faults(document, described, answer)).as(path).isEmpty();
        return answer;
    }

    private String started(String environment) {
        String project = ConsoleClient.projectOf(environment);
        operator.newFlag(environment, "offer");
        operator.newMetric(environment, "buy");
        operator.post(
                        project + "/metrics",
                        "{'key':'spend','kind':'sum','event':'buy','cap':500,'unit':'¥',"
                                + "'window':{'delayMillis':0,'lengthMillis':86400000}}")
                .is(201);
        operator.post(project + "/metrics", "{'key':'d1','kind':'retention','event':'open','days':[1,1]}")
                .is(201);
        operator.post(
                        environment + "/experiments",
                        "{'key':'exp','flag':'offer','audience':{'op':'exists','attribute':'city'},"
                                + "'variants':[{'key':'control','weight':1,'value':'a','name':'Nothing'},"
                                + "{'key':'coupon','weight':1,'value':'b'}],"
                                + "'dimensions':[{'key':'city','values':['beijing']}],"
                                + "'metrics':[{'key':'buy'},{'key':'spend'},{'key':'d1'}]}")
                .is(201);
        operator.post(environment + "/experiments/exp/start", "{}").is(200);
        operator.post(environment + "/keys", "{'kind':'server','name':'till'}").is(201);
        return environment + "/experiments/exp";
    }

    /** Units of yesterday, as the pipeline would have counted them. */
    private void count(String environment) throws SQLException {
        int number = operator.get(environment).is(200).json().path("number").asInt();
        LocalDate day = LocalDate.ofInstant(ConsoleServer.now(), ZONE).minusDays(1);
        for (Map.Entry<String, Integer> arm : new TreeMap<>(Map.of("control", 40, "coupon", 60)).entrySet()) {
            for (String metric : List.of("buy", "d1", "$units")) {
                CellSums cell = new CellSums(1, false);
                cell.addUnits(1000);
                for (int i = 0; i < arm.getValue() && !metric.equals("$units"); i++) {
                    cell.addVector(1, 1, 1, new double[0]);
                }
                int epochDay = (int) day.toEpochDay();
                PackedRow row = new PackedRow(new TreeMap<>(Map.of(epochDay, cell)));
                int bin = metric.equals("d1") ? RowKey.CURVE : RowKey.VALUE;
                insert(new RowKey(number, 1, "exp", 1, metric, 1, arm.getKey(), RowKey.ALL, -1, bin, epochDay), row);
            }
        }
    }

    private static void insert(RowKey key, PackedRow row) throws SQLException {
        try (Connection connection = ConsoleServer.shared().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into cell_row (environment, generation, row_key, experiment, phase, metric,
                                              metric_version, variant, slice, fold, bin, event_day, payload)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setInt(1, key.environment());
            insert.setInt(2, key.generation());
            insert.setBytes(3, RowKeyCodec.encode(key));
            insert.setString(4, key.experiment());
            insert.setInt(5, key.phase());
            insert.setString(6, key.metric());
            insert.setInt(7, key.metricVersion());
            insert.setString(8, key.variant());
            insert.setString(9, key.slice());
            insert.setInt(10, key.fold());
            insert.setInt(11, key.bin());
            insert.setObject(12, LocalDate.ofEpochDay(key.eventDay()));
            insert.setBytes(13, row.encode());
            insert.execute();
        }
    }
}
