package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A report held against the listed results of a real experiment. */
final class ReportAgreement {
    private static final double Z = 1.959963984540054;
    private static final double CLOSE = 1e-9;

    private ReportAgreement() {}

    static void sampleRatioAgrees(JsonNode report, JsonNode expected) {
        close(report.at("/srm/statistic"), expected.path("chi2").asDouble());
        close(report.at("/srm/p"), expected.path("p_value").asDouble());
        List<Long> observed = new ArrayList<>();
        report.at("/srm/observed").forEach(one -> observed.add(one.asLong()));
        List<Long> listed = new ArrayList<>();
        expected.path("observed").forEach(one -> listed.add(one.asLong()));
        assertThat(observed).containsExactlyInAnyOrderElementsOf(listed);
    }

    static void conversionAgrees(JsonNode report, String metric, String control, String arm, JsonNode expected) {
        JsonNode controls = variant(report, metric, control);
        JsonNode treated = variant(report, metric, arm);
        assertThat(controls.path("count").asLong())
                .isEqualTo(expected.path("x_c").asLong());
        assertThat(controls.path("units").asLong())
                .isEqualTo(expected.path("n_c").asLong());
        assertThat(treated.path("count").asLong())
                .isEqualTo(expected.path("x_t").asLong());
        assertThat(treated.path("units").asLong())
                .isEqualTo(expected.path("n_t").asLong());
        close(controls.path("value"), expected.path("rate_c").asDouble());
        close(treated.path("value"), expected.path("rate_t").asDouble());
        close(treated.at("/absolute/estimate"), expected.path("diff").asDouble());
        close(treated.at("/absolute/se"), expected.path("se_unpooled").asDouble());
        close(treated.at("/absolute/low"), expected.at("/ci_wald/0").asDouble());
        close(treated.at("/absolute/high"), expected.at("/ci_wald/1").asDouble());
        close(treated.at("/absolute/p"), expected.path("p_value_unpooled").asDouble());
        double rateC = expected.path("rate_c").asDouble();
        double rateT = expected.path("rate_t").asDouble();
        liftAgrees(
                treated,
                expected,
                new Mean(rateC, rateC * (1 - rateC) / expected.path("n_c").asDouble()),
                new Mean(rateT, rateT * (1 - rateT) / expected.path("n_t").asDouble()));
    }

    static void sumAgrees(JsonNode report, String metric, String control, String arm, JsonNode expected) {
        JsonNode controls = variant(report, metric, control);
        JsonNode treated = variant(report, metric, arm);
        assertThat(controls.path("units").asLong())
                .isEqualTo(expected.path("n_c").asLong());
        assertThat(treated.path("units").asLong())
                .isEqualTo(expected.path("n_t").asLong());
        close(controls.path("value"), expected.path("mean_c").asDouble());
        close(treated.path("value"), expected.path("mean_t").asDouble());
        close(controls.path("variance"), expected.path("variance_c").asDouble());
        close(treated.path("variance"), expected.path("variance_t").asDouble());
        close(treated.at("/absolute/estimate"), expected.path("diff").asDouble());
        close(treated.at("/absolute/statistic"), expected.path("t").asDouble());
        close(treated.at("/absolute/df"), expected.path("df").asDouble());
        close(treated.at("/absolute/p"), expected.path("p_value").asDouble());
        close(treated.at("/absolute/low"), expected.at("/ci/0").asDouble());
        close(treated.at("/absolute/high"), expected.at("/ci/1").asDouble());
        liftAgrees(
                treated,
                expected,
                new Mean(
                        expected.path("mean_c").asDouble(),
                        expected.path("variance_c").asDouble()
                                / expected.path("n_c").asDouble()),
                new Mean(
                        expected.path("mean_t").asDouble(),
                        expected.path("variance_t").asDouble()
                                / expected.path("n_t").asDouble()));
    }

    /** A mean and the variance of that mean. */
    private record Mean(double mean, double variance) {}

    /** Fieller as in METHODS M3, from the listed moments and not from the engine. */
    private static void liftAgrees(JsonNode treated, JsonNode expected, Mean control, Mean treatment) {
        close(treated.at("/relative/estimate"), expected.path("lift").asDouble());
        double ratio = treatment.mean / control.mean;
        double g = Z * Z * control.variance / (control.mean * control.mean);
        assertThat(g).isLessThan(1);
        double half = Z / control.mean * Math.sqrt(treatment.variance * (1 - g) + ratio * ratio * control.variance);
        close(treated.at("/relative/low"), (ratio - half) / (1 - g) - 1);
        close(treated.at("/relative/high"), (ratio + half) / (1 - g) - 1);
    }

    static JsonNode variant(JsonNode report, String metric, String key) {
        for (JsonNode one : report.path("metrics")) {
            if (one.path("key").asString().equals(metric)) {
                for (JsonNode variant : one.path("variants")) {
                    if (variant.path("key").asString().equals(key)) {
                        return variant;
                    }
                }
            }
        }
        throw new AssertionError("no variant " + key + " of metric " + metric + " in " + report);
    }

    static void close(JsonNode actual, double expected) {
        assertThat(actual.isNumber()).as("a number near " + expected).isTrue();
        assertThat(Math.abs(actual.asDouble() - expected))
                .as(actual + " near " + expected)
                .isLessThanOrEqualTo(CLOSE * Math.abs(expected));
    }
}
