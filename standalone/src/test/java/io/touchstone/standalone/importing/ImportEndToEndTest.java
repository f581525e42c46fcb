package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the file to the report through the real servers, each command in a JVM of its own. */
class ImportEndToEndTest {

    private static final double Z = 1.959963984540054;
    private static final double CLOSE = 1e-9;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static TouchstoneProcess touchstone;

    @TempDir
    Path folder;

    @BeforeAll
    static void startTouchstone() throws Exception {
        touchstone = TouchstoneProcess.start(home);
    }

    @AfterAll
    static void stopTouchstone() throws Exception {
        if (touchstone != null) {
            touchstone.close();
        }
    }

    @Test
    void cookieCats_imported_agreesWithTheExpectedResults() throws Exception {
        Path data = realData();
        imports(
                data.resolve("cookie_cats.csv").toString(),
                "--experiment",
                "cookie_cats",
                "--unit",
                "userid",
                "--variant",
                "version",
                "--control",
                "gate_30",
                "--outcome",
                "retention_1",
                "retention_7",
                "sum_gamerounds:sum",
                "--means",
                "welch");

        JsonNode expected = expected(data, "cookie_cats");
        JsonNode report = touchstone.report("cookie_cats");
        sampleRatioAgrees(report, expected.path("srm"));
        conversionAgrees(report, "retention_1", "gate_30", "gate_40", expected.at("/metrics/retention_1"));
        conversionAgrees(report, "retention_7", "gate_30", "gate_40", expected.at("/metrics/retention_7"));
        sumAgrees(report, "sum_gamerounds", "gate_30", "gate_40", expected.at("/metrics/sum_gamerounds_raw"));
    }

    @Test
    void hillstrom_imported_agreesWithTheExpectedResults() throws Exception {
        Path data = realData();
        imports(
                data.resolve("hillstrom.csv").toString(),
                "--experiment",
                "hillstrom",
                "--unit",
                "@row",
                "--variant",
                "segment",
                "--control",
                "No E-Mail",
                "--outcome",
                "visit",
                "conversion",
                "spend",
                "--covariate",
                "history",
                "--means",
                "welch");

        JsonNode expected = expected(data, "hillstrom");
        JsonNode report = touchstone.report("hillstrom");
        sampleRatioAgrees(report, expected.path("srm"));
        for (String arm : List.of("Mens E-Mail", "Womens E-Mail")) {
            JsonNode comparison = expected.path("comparisons").path(arm + " vs No E-Mail");
            conversionAgrees(report, "visit", "No E-Mail", arm, comparison.path("visit"));
            conversionAgrees(report, "conversion", "No E-Mail", arm, comparison.path("conversion"));
            sumAgrees(report, "spend", "No E-Mail", arm, comparison.path("spend"));
        }
    }

    @Test
    void generated_quotedCommasAndLineBreaks_agreesWithDuckDb() throws Exception {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("id,\"note, long\",arm,\"paid\n(yes/no)\"\n");
        for (int i = 0; i < 4_000; i++) {
            String note = List.of("plain", "\"a, b\"", "\"two\nlines\"", "\"he said \"\"so\"\"\"", "\"\"")
                    .get(random.nextInt(5));
            text.append("u")
                    .append(i)
                    .append(',')
                    .append(note)
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "old" : "new")
                    .append(',')
                    .append(List.of("TRUE", "False", "yes", "no", "1", "0", "").get(random.nextInt(7)))
                    .append('\n');
        }
        Path file = CsvFiles.write(folder, text.toString());

        imports(
                file.toString(),
                "--experiment",
                "quoted",
                "--unit",
                "id",
                "--variant",
                "arm",
                "--control",
                "old",
                "--outcome",
                "paid\n(yes/no)");

        new DuckDbCheck(file, ',').agrees(touchstone.report("quoted"), "paid_yes_no", "id", "arm", "paid\n(yes/no)");
    }

    @Test
    void generated_markCrLfFiveArmsTwoOutcomes_agreesWithDuckDb() throws Exception {
        Random random = new Random(12);
        List<String> arms = List.of("\"keine, Mail\"", "\"A;\"\"x\"\"\"", "五", "\"D \"\"d\"\"\"", "e");
        StringBuilder text = new StringBuilder("\uFEFFuser,arm,clicked,revenue\r\n");
        for (int i = 0; i < 6_000; i++) {
            text.append("用户")
                    .append(i)
                    .append(',')
                    .append(arms.get(random.nextInt(5)))
                    .append(',')
                    .append(random.nextInt(2))
                    .append(',')
                    .append(random.nextInt(4) == 0 ? random.nextInt(100_000) / 100.0 : "")
                    .append("\r\n");
        }
        Path file = CsvFiles.write(folder, text.toString());

        imports(
                file.toString(),
                "--experiment",
                "five-arms",
                "--unit",
                "user",
                "--variant",
                "arm",
                "--control",
                "keine, Mail",
                "--outcome",
                "clicked",
                "revenue",
                "--means=welch",
                "--weights",
                "1,1,1,1,1");

        DuckDbCheck check = new DuckDbCheck(file, ',');
        check.agrees(touchstone.report("five-arms"), "clicked", "user", "arm", "clicked");
        check.agrees(touchstone.report("five-arms"), "revenue", "user", "arm", "revenue");
    }

    @Test
    void generated_repeatedUnitsWithCovariateAndTimes_agreesWithDuckDb() throws Exception {
        Random random = new Random(13);
        StringBuilder text = new StringBuilder("unit;group;refund;age;seen at\n");
        for (int i = 0; i < 6_000; i++) {
            int unit = random.nextInt(2_500);
            text.append("\"u ")
                    .append(unit)
                    .append("; x\"")
                    .append(';')
                    .append(unit % 3 == 0 ? "a" : "b")
                    .append(';')
                    .append(random.nextInt(3) == 0 ? "" : (random.nextInt(20_000) - 6_000) / 100.0)
                    .append(';')
                    .append(unit % 7 == 0 ? "" : unit % 90)
                    .append(';')
                    .append("2026-0")
                    .append(1 + random.nextInt(8))
                    .append("-1")
                    .append(random.nextInt(10))
                    .append(" 12:30\n");
        }
        Path file = CsvFiles.write(folder, text.toString());

        imports(
                file.toString(),
                "--experiment",
                "repeated",
                "--unit",
                "unit",
                "--variant",
                "group",
                "--control",
                "a",
                "--outcome",
                "refund:sum",
                "--covariate",
                "age",
                "--time",
                "seen at",
                "--zone",
                "Asia/Shanghai",
                "--means",
                "welch");

        new DuckDbCheck(file, ';').agrees(touchstone.report("repeated"), "refund", "unit", "group", "refund");
    }

    @Test
    void sameFile_importedTwice_changesNoNumber() throws Exception {
        Path file = CsvFiles.large(folder, "twice", 3_000);
        String[] arguments = CsvFiles.largeArguments(file, "twice");
        imports(arguments);
        JsonNode before = touchstone.report("twice").path("metrics");

        assertThat(imports(arguments)).contains("twice: already imported, nothing changed");
        assertThat(touchstone.report("twice").path("metrics")).isEqualTo(before);
    }

    private String imports(String... arguments) throws Exception {
        return touchstone.imports(folder, arguments);
    }

    private static Path realData() {
        String folder = System.getenv("TOUCHSTONE_TEST_DATA");
        assumeTrue(folder != null && !folder.isBlank(), "TOUCHSTONE_TEST_DATA names no folder with real experiments");
        Path data = Path.of(folder).resolve("data");
        assumeTrue(Files.isDirectory(data), data + " does not exist");
        return data;
    }

    private static JsonNode expected(Path data, String experiment) {
        return JSON.readTree(data.resolve("expected-results.json").toFile()).path(experiment);
    }

    private static void sampleRatioAgrees(JsonNode report, JsonNode expected) {
        close(report.at("/srm/statistic"), expected.path("chi2").asDouble());
        close(report.at("/srm/p"), expected.path("p_value").asDouble());
        List<Long> observed = new ArrayList<>();
        report.at("/srm/observed").forEach(one -> observed.add(one.asLong()));
        List<Long> listed = new ArrayList<>();
        expected.path("observed").forEach(one -> listed.add(one.asLong()));
        assertThat(observed).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static void conversionAgrees(
            JsonNode report, String metric, String control, String arm, JsonNode expected) {
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

    private static void sumAgrees(JsonNode report, String metric, String control, String arm, JsonNode expected) {
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
