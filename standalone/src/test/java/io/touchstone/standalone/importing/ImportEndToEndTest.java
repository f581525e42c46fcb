package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
        ReportAgreement.sampleRatioAgrees(report, expected.path("srm"));
        ReportAgreement.conversionAgrees(
                report, "retention_1", "gate_30", "gate_40", expected.at("/metrics/retention_1"));
        ReportAgreement.conversionAgrees(
                report, "retention_7", "gate_30", "gate_40", expected.at("/metrics/retention_7"));
        ReportAgreement.sumAgrees(
                report, "sum_gamerounds", "gate_30", "gate_40", expected.at("/metrics/sum_gamerounds_raw"));
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
        ReportAgreement.sampleRatioAgrees(report, expected.path("srm"));
        for (String arm : List.of("Mens E-Mail", "Womens E-Mail")) {
            JsonNode comparison = expected.path("comparisons").path(arm + " vs No E-Mail");
            ReportAgreement.conversionAgrees(report, "visit", "No E-Mail", arm, comparison.path("visit"));
            ReportAgreement.conversionAgrees(report, "conversion", "No E-Mail", arm, comparison.path("conversion"));
            ReportAgreement.sumAgrees(report, "spend", "No E-Mail", arm, comparison.path("spend"));
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
}
