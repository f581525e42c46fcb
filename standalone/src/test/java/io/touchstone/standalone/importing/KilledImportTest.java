package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Imports that lose their process or their server on the way, each command in a JVM of its own. */
@Tag("slow")
class KilledImportTest {

    private static final int LARGE = 80_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void importKilledInTheMiddle_importedAgain_givesTheSameNumbers() throws Exception {
        Path file = CsvFiles.large(folder, "killed", LARGE);
        String id = "";
        long counted = 0;
        // Killed ever later, until a part of the file has arrived.
        for (Duration later = Duration.ofMillis(250); counted == 0; later = later.multipliedBy(2)) {
            Path log = folder.resolve("killed-" + later.toMillis() + ".log");
            Process process = touchstone.beginImport(log, CsvFiles.largeArguments(file, "killed"));
            killWhileSending(process, log, later);
            id = importId(Files.readString(log));
            assertThat(Files.readString(log)).doesNotContain("in: ");
            counted = unitsAfterAWhile("killed");
        }
        assertThat(counted).isLessThan(LARGE);

        String resumed = touchstone.imports(folder, CsvFiles.largeArguments(file, "killed"));

        assertThat(importId(resumed)).isEqualTo(id);
        sameAsUndisturbed(file, "killed");
    }

    @Test
    void serverKilledInTheMiddle_startedAgain_givesTheSameNumbers() throws Exception {
        Path file = CsvFiles.large(folder, "outage", LARGE);
        Path log = folder.resolve("outage.log");
        Process process = touchstone.beginImport(log, CsvFiles.largeArguments(file, "outage"));
        awaitSending(process, log);
        TimeUnit.MILLISECONDS.sleep(500);
        touchstone.kill();
        assertThat(Files.readString(log)).doesNotContain("in: ");
        touchstone.start();

        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(log);
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains("in: 80,000 rows, 80,000 units").contains("sent again");
        sameAsUndisturbed(file, "outage");
    }

    private void sameAsUndisturbed(Path file, String experiment) throws Exception {
        String other = experiment + "-undisturbed";
        touchstone.imports(folder, CsvFiles.largeArguments(file, other));
        for (String metric : List.of("won", "amount")) {
            for (String arm : List.of("a", "b")) {
                JsonNode disturbed =
                        ReportAgreement.variant(touchstone.report(experiment), keyOf(metric, experiment), arm);
                JsonNode undisturbed = ReportAgreement.variant(touchstone.report(other), keyOf(metric, other), arm);
                assertThat(disturbed.path("units")).isEqualTo(undisturbed.path("units"));
                assertThat(disturbed.path("count")).isEqualTo(undisturbed.path("count"));
                ReportAgreement.close(
                        disturbed.path("value"), undisturbed.path("value").asDouble());
                ReportAgreement.close(
                        disturbed.path("variance"), undisturbed.path("variance").asDouble());
            }
        }
    }

    /** The short key belongs to the first experiment that measured such a column. */
    private static String keyOf(String metric, String experiment) throws Exception {
        for (JsonNode one : touchstone.report(experiment).path("metrics")) {
            String key = one.path("key").asString();
            if (key.equals(metric) || key.equals(experiment + "." + metric)) {
                return key;
            }
        }
        throw new AssertionError("no metric " + metric + " of " + experiment);
    }

    private static void awaitSending(Process process, Path log) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.readString(log).contains("import imp_")) {
            assertThat(process.isAlive())
                    .as("%s%n-- the server%n%s", Files.readString(log), touchstone.printed())
                    .isTrue();
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void killWhileSending(Process process, Path log, Duration later) throws Exception {
        awaitSending(process, log);
        TimeUnit.MILLISECONDS.sleep(later.toMillis());
        process.destroyForcibly().waitFor();
    }

    /** Units that are counted, as soon as there are some; 0 if none come. */
    private static long unitsAfterAWhile(String experiment) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (touchstone.units(experiment) == 0 && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return touchstone.units(experiment);
    }

    private static String importId(String output) {
        return output.lines()
                .filter(line -> line.startsWith("import imp_"))
                .findFirst()
                .orElseThrow()
                .split(" ")[1];
    }
}
