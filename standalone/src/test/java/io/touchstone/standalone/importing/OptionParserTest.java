package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {

    private static final List<String> LEAST = List.of(
            "f.csv",
            "--experiment",
            "exp",
            "--unit",
            "id",
            "--variant",
            "arm",
            "--control",
            "a",
            "--outcome",
            "bought");

    @Test
    void parse_leastOptions_restHasDefaults() throws Exception {
        ImportOptions options = OptionParser.parse(LEAST);

        assertThat(options)
                .isEqualTo(new ImportOptions(
                        Path.of("f.csv"),
                        new ImportOptions.Target("default", "production", "exp"),
                        new ImportOptions.Columns("id", "arm", List.of("bought"), List.of(), null, null),
                        "a",
                        List.of(),
                        Means.GUARDED,
                        new ImportOptions.Mode(false, false)));
    }

    @Test
    void parse_allOptions_areKept() throws Exception {
        ImportOptions options = OptionParser.parse(with(
                "spend:sum",
                "--covariate",
                "history",
                "age",
                "--time=seen at",
                "--zone",
                "Asia/Shanghai",
                "--weights",
                "1, 2,1",
                "--means",
                "welch",
                "--append",
                "--keep-going",
                "--project=tea",
                "--environment",
                "staging"));

        assertThat(options.columns())
                .isEqualTo(new ImportOptions.Columns(
                        "id",
                        "arm",
                        List.of("bought", "spend:sum"),
                        List.of("history", "age"),
                        "seen at",
                        ZoneId.of("Asia/Shanghai")));
        assertThat(options.weights()).containsExactly(1, 2, 1);
        assertThat(options.means()).isEqualTo(Means.WELCH);
        assertThat(options.mode()).isEqualTo(new ImportOptions.Mode(true, true));
        assertThat(options.target()).isEqualTo(new ImportOptions.Target("tea", "staging", "exp"));
    }

    @Test
    void parse_fileAfterOptions_isTheFile() throws Exception {
        List<String> args = new ArrayList<>(LEAST.subList(1, LEAST.size()));
        args.add("last.csv");

        assertThat(OptionParser.parse(args).file()).isEqualTo(Path.of("last.csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --weights 0,0         | --weights: 0,0 (expected: at least one above 0)
            --weights -1,2        | --weights: -1,2 (expected: whole numbers 0..1000000 with commas between, one a variant)
            --weights 0.5,0.5     | --weights: 0.5,0.5 (expected: whole numbers 0..1000000 with commas between, one a variant)
            --weights 1,1000001   | --weights: 1,1000001 (expected: whole numbers 0..1000000 with commas between, one a variant)
            --weights 1,          | --weights: 1, (expected: whole numbers 0..1000000 with commas between, one a variant)
            --time t --zone Mars  | --zone: Mars (expected: a zone such as Asia/Shanghai or +08:00)
            --zone UTC            | --zone: nothing to read with it (expected: together with --time)
            --means both          | --means: both (expected: welch or guarded)
            --unit id             | --unit: given twice (expected: once)
            --outcome bought      | --outcome: bought is named twice (expected: once)
            --covariate a b c d e | --covariate: 5 columns (expected: at most 4)
            --time                | --time: nothing follows (expected: a value)
            """)
    void parse_wrongOption_namesOptionValueAndRule(String more, String sentence) {
        assertThatThrownBy(() -> OptionParser.parse(with(more.split(" "))))
                .isInstanceOfSatisfying(
                        ImportStop.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(sentence);
    }

    @Test
    void parse_unknownOption_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> OptionParser.parse(with("--wieght", "1")))
                .hasMessageStartingWith("--wieght: no such option (expected: --append --control");
    }

    @Test
    void parse_secondFile_isRefused() {
        assertThatThrownBy(() -> OptionParser.parse(with("--append", "g.csv")))
                .hasMessage("g.csv: not understood (expected: one file, which is f.csv)");
    }

    @Test
    void parse_badExperimentKey_isRefused() {
        List<String> args = new ArrayList<>(LEAST);
        args.set(2, "Big Test");

        assertThatThrownBy(() -> OptionParser.parse(args))
                .hasMessage(
                        "--experiment: Big Test (expected: 1 to 128 of a-z 0-9 _ . -, beginning with a letter or digit)");
    }

    @Test
    void parse_missingRequired_isNamed() {
        assertThatThrownBy(() -> OptionParser.parse(List.of("f.csv", "--experiment", "exp")))
                .hasMessage("--outcome: missing (expected: the column that says what a unit did)");
        assertThatThrownBy(() -> OptionParser.parse(List.of()))
                .hasMessage("FILE.csv: missing (expected: the file to import)");
    }

    private static List<String> with(String... more) {
        List<String> args = new ArrayList<>(LEAST);
        args.addAll(List.of(more));
        return args;
    }
}
