package io.touchstone.report.answer;

import static io.touchstone.report.PhaseFixture.metric;
import static io.touchstone.report.PhaseFixture.phase;
import static io.touchstone.report.PhaseFixture.scope;
import static io.touchstone.report.PhaseFixture.variants;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.report.CellFixture;
import io.touchstone.report.TestData;
import io.touchstone.report.count.Tally;
import io.touchstone.report.json.AnswerJson;
import io.touchstone.report.json.ReportBody;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real experiments, through cells, against results computed elsewhere (statsmodels and scipy), to 1e-9 relative. */
@EnabledIfEnvironmentVariable(named = TestData.VARIABLE, matches = ".+")
class RealExperimentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double RELATIVE = 1e-9;

    @Test
    void cookieCats_agreesWithThePublishedResult() {
        Table table = new Table("cookie_cats.csv", "version", "gate_30", "gate_40");
        JsonNode report = table.report(rate("retention_1"), rate("retention_7"), amount("sum_gamerounds"));
        JsonNode expected = TestData.expectedResults().get("cookie_cats");
        close(report.at("/srm/statistic"), expected.at("/srm/chi2"));
        close(report.at("/srm/p"), expected.at("/srm/p_value"));
        rateAgrees(report, 0, 1, expected.at("/metrics/retention_1"));
        rateAgrees(report, 1, 1, expected.at("/metrics/retention_7"));
        meanAgrees(report, 2, 1, expected.at("/metrics/sum_gamerounds_raw"));
        table.momentsAreExact(report, 2, "sum_gamerounds");
    }

    @Test
    void hillstrom_agreesWithThePublishedResult() {
        Table table = new Table("hillstrom.csv", "segment", "No E-Mail", "Mens E-Mail", "Womens E-Mail");
        JsonNode report = table.report(rate("visit"), rate("conversion"), amount("spend"));
        JsonNode expected = TestData.expectedResults().get("hillstrom");
        close(report.at("/srm/statistic"), expected.at("/srm/chi2"));
        close(report.at("/srm/p"), expected.at("/srm/p_value"));
        for (int arm = 1; arm <= 2; arm++) {
            JsonNode comparison = expected.get("comparisons").get(table.arms.get(arm) + " vs " + table.arms.getFirst());
            rateAgrees(report, 0, arm, comparison.get("visit"));
            rateAgrees(report, 1, arm, comparison.get("conversion"));
            meanAgrees(report, 2, arm, comparison.get("spend"));
        }
        table.momentsAreExact(report, 2, "spend");
    }

    private static void rateAgrees(JsonNode report, int metric, int arm, JsonNode expected) {
        JsonNode control = report.at("/metrics/" + metric + "/variants/0");
        JsonNode treatment = report.at("/metrics/" + metric + "/variants/" + arm);
        close(control.get("count"), expected.get("x_c"));
        close(control.get("units"), expected.get("n_c"));
        close(control.get("value"), expected.get("rate_c"));
        close(treatment.get("count"), expected.get("x_t"));
        close(treatment.get("units"), expected.get("n_t"));
        close(treatment.get("value"), expected.get("rate_t"));
        close(treatment.at("/absolute/estimate"), expected.get("diff"));
        close(treatment.at("/absolute/se"), expected.get("se_unpooled"));
        close(treatment.at("/absolute/low"), expected.at("/ci_wald/0"));
        close(treatment.at("/absolute/high"), expected.at("/ci_wald/1"));
        close(treatment.at("/absolute/p"), expected.get("p_value_unpooled"));
        close(treatment.at("/relative/estimate"), expected.get("lift"));
        fiellerAgrees(
                control,
                treatment,
                treatment.get("units").asLong(),
                control.get("units").asLong());
    }

    private static void meanAgrees(JsonNode report, int metric, int arm, JsonNode expected) {
        JsonNode control = report.at("/metrics/" + metric + "/variants/0");
        JsonNode treatment = report.at("/metrics/" + metric + "/variants/" + arm);
        close(control.get("units"), expected.get("n_c"));
        close(control.get("value"), expected.get("mean_c"));
        close(control.get("variance"), expected.get("variance_c"));
        close(treatment.get("units"), expected.get("n_t"));
        close(treatment.get("value"), expected.get("mean_t"));
        close(treatment.get("variance"), expected.get("variance_t"));
        close(treatment.at("/absolute/estimate"), expected.get("diff"));
        close(treatment.at("/absolute/statistic"), expected.get("t"));
        close(treatment.at("/absolute/df"), expected.get("df"));
        close(treatment.at("/absolute/p"), expected.get("p_value"));
        close(treatment.at("/absolute/low"), expected.at("/ci/0"));
        close(treatment.at("/absolute/high"), expected.at("/ci/1"));
        close(treatment.at("/relative/estimate"), expected.get("lift"));
        fiellerAgrees(
                control,
                treatment,
                treatment.get("units").asLong(),
                control.get("units").asLong());
    }

    /** Fieller by the textbook formula, apart from the engine: the roots of the quadratic in the ratio. */
    private static void fiellerAgrees(JsonNode control, JsonNode treatment, long treated, long controls) {
        double z = 1.959963984540054;
        double mc = control.get("value").asDouble();
        double mt = treatment.get("value").asDouble();
        double vc = control.get("variance").asDouble() / controls;
        double vt = treatment.get("variance").asDouble() / treated;
        double g = z * z * vc / (mc * mc);
        double ratio = mt / mc;
        double half = z / mc * Math.sqrt(vt * (1 - g) + ratio * ratio * vc);
        close(treatment.at("/relative/low").asDouble(), (ratio - half) / (1 - g) - 1, "fieller low");
        close(treatment.at("/relative/high").asDouble(), (ratio + half) / (1 - g) - 1, "fieller high");
    }

    private static void close(JsonNode actual, JsonNode expected) {
        assertThat(actual.isNumber())
                .as("actual %s of expected %s", actual, expected)
                .isTrue();
        assertThat(expected.isNumber()).as("expected %s", expected).isTrue();
        close(actual.asDouble(), expected.asDouble(), expected.toString());
    }

    private static void close(double actual, double expected, String name) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s", name, actual)
                .isLessThanOrEqualTo(RELATIVE * Math.abs(expected));
    }

    private static MetricDefinition rate(String key) {
        return metric(key, MetricKind.CONVERSION, null, null);
    }

    private static MetricDefinition amount(String key) {
        return metric(key, MetricKind.SUM, null, null);
    }

    /** A file, one row a unit. */
    private static final class Table {
        private final List<Map<String, String>> rows;
        private final String armColumn;
        private final List<String> arms;

        Table(String file, String armColumn, String... arms) {
            this.rows = TestData.csv(file);
            this.armColumn = armColumn;
            this.arms = List.of(arms);
        }

        JsonNode report(MetricDefinition... metrics) {
            CellFixture cells = new CellFixture();
            for (Map<String, String> row : rows) {
                String arm = row.get(armColumn);
                cells.exposed(arm, DAY, 1);
                for (MetricDefinition metric : metrics) {
                    boolean amount = metric.kind().amount();
                    double value = number(row.get(metric.key()));
                    cells.units(metric.ref(), amount, arm, DAY, 1);
                    if (value != 0) {
                        cells.change(metric.ref(), amount, arm, DAY, DAY, 0, value);
                    }
                }
            }
            List<MetricDefinition> all = List.of(metrics);
            ReportScope scope = scope(
                    all, phase(variants(arms.toArray(String[]::new)), all, MeansMethod.WELCH, null), DAY.plusDays(1));
            Tally tally = new Tally(scope.cut(), scope.metrics());
            cells.rows().forEach(tally::add);
            Freshness freshness = Freshness.of(scope, Optional.empty(), Instant.parse("2026-03-10T00:00:00Z"));
            return JSON.readTree(
                    AnswerJson.write(ReportBody.of(ReportAssembler.assemble(scope, tally.counts(), freshness))));
        }

        /** Mean and variance of every arm in exact arithmetic over the file. */
        void momentsAreExact(JsonNode report, int metric, String column) {
            MathContext digits = new MathContext(60);
            for (int arm = 0; arm < arms.size(); arm++) {
                List<BigDecimal> values = new ArrayList<>();
                for (Map<String, String> row : rows) {
                    if (row.get(armColumn).equals(arms.get(arm))) {
                        values.add(new BigDecimal(number(row.get(column))));
                    }
                }
                BigDecimal n = BigDecimal.valueOf(values.size());
                BigDecimal mean =
                        values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, digits);
                BigDecimal squares = values.stream()
                        .map(value -> value.subtract(mean).pow(2, digits))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                JsonNode variant = report.at("/metrics/" + metric + "/variants/" + arm);
                assertThat(variant.get("value").asDouble()).isEqualTo(mean.doubleValue());
                double variance =
                        squares.divide(n.subtract(BigDecimal.ONE), digits).doubleValue();
                assertThat(variant.get("variance").asDouble())
                        .isBetween(Math.nextDown(variance), Math.nextUp(variance));
            }
        }

        private static double number(String text) {
            return switch (text) {
                case "TRUE" -> 1;
                case "FALSE" -> 0;
                default -> Double.parseDouble(text);
            };
        }
    }
}
