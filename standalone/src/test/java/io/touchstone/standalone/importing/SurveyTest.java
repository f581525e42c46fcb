package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final String[] PLAIN = {"--unit", "id", "--variant", "arm", "--control", "b", "--outcome", "y"};

    @TempDir
    Path folder;

    @Test
    void of_variants_controlFirstThenByAppearance() throws Exception {
        Survey survey = survey("id,arm,y\n1,c,0\n2,b,1\n3,a,0\n4,,1\n5,c,1\n", PLAIN);

        assertThat(survey.variants()).containsExactly("b", "c", "a");
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 0,CONVERSION",
        "TRUE false yes No,CONVERSION",
        "0 1 2,SUM",
        "0 1.5,SUM",
        "0 1 maybe,CONVERSION",
        "true 5,CONVERSION",
        "-3,SUM",
        "'',CONVERSION"
    })
    void of_undeclaredOutcome_kindIsGuessed(String values, OutcomeKind kind) throws Exception {
        StringBuilder text = new StringBuilder("id,arm,y\n0,b,\n");
        for (String value : values.split(" ")) {
            text.append("1,b,").append(value).append('\n');
        }

        Layout.Outcome outcome =
                survey(text.toString(), PLAIN).layout().outcomes().getFirst();
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.declared()).isFalse();
    }

    @Test
    void of_declaredOutcome_kindIsKept() throws Exception {
        Layout.Outcome outcome = survey(
                        "id,arm,y\n1,b,1\n", "--unit", "id", "--variant", "arm", "--control", "b", "--outcome", "y:sum")
                .layout()
                .outcomes()
                .getFirst();

        assertThat(outcome).isEqualTo(new Layout.Outcome(2, "y", OutcomeKind.SUM, true, "exp.y", "y"));
    }

    @Test
    void of_columnNamedLikeAKind_isTheColumn() throws Exception {
        Layout.Outcome outcome = survey(
                        "id,arm,y:sum\n1,b,1\n",
                        "--unit",
                        "id",
                        "--variant",
                        "arm",
                        "--control",
                        "b",
                        "--outcome",
                        "y:sum")
                .layout()
                .outcomes()
                .getFirst();

        assertThat(outcome.column()).isEqualTo("y:sum");
        assertThat(outcome.kind()).isEqualTo(OutcomeKind.CONVERSION);
    }

    @Test
    void of_timeColumn_findsTheEarliest() throws Exception {
        Survey survey = survey(
                "id,arm,y,t\n1,b,1,2026-05-02\n2,b,1,2026-05-01T12:00\n3,b,1,never\n",
                "--unit",
                "@row",
                "--variant",
                "arm",
                "--control",
                "b",
                "--outcome",
                "y",
                "--time",
                "t",
                "--zone",
                "Asia/Shanghai");

        assertThat(survey.earliest()).isEqualTo(Instant.parse("2026-05-01T04:00:00Z"));
        assertThat(survey.layout().unit()).isEqualTo(Layout.NONE);
    }

    @Test
    void of_missingColumn_namesItAndTheOthers() {
        assertThatThrownBy(() -> survey("id,arm,z\n1,b,0\n", PLAIN))
                .hasMessage("--outcome: the file has no column \"y\" (expected: one of id, arm, z)");
        assertThatThrownBy(() -> survey("id,arm,y,y\n1,b,0,0\n", PLAIN))
                .hasMessage("--outcome: the file has two columns \"y\" (expected: names that differ)");
    }

    @Test
    void of_emptyFileOrHeaderOnly_isOneSentence() {
        assertThatThrownBy(() -> survey("", PLAIN)).hasMessageEndingWith("is empty (expected: a header line and rows)");
        assertThatThrownBy(() -> survey("\n\n", PLAIN))
                .hasMessageEndingWith("is empty (expected: a header line and rows)");
        assertThatThrownBy(() -> survey("id,arm,y\n", PLAIN))
                .hasMessageEndingWith("has a header but no rows (expected: one row a unit)");
    }

    @Test
    void of_controlNotInFile_namesTheVariants() {
        assertThatThrownBy(() -> survey("id,arm,y\n1,x,0\n2,y,1\n", PLAIN))
                .hasMessage("--control: no row has the variant \"b\" (expected: one of x, y)");
    }

    @Test
    void of_tooManyVariants_suspectsTheColumn() {
        StringBuilder text = new StringBuilder("id,arm,y\n");
        for (int i = 0; i < 21; i++) {
            text.append(i).append(',').append(i).append(",0\n");
        }
        assertThatThrownBy(() -> survey(text.toString(), PLAIN))
                .hasMessage(
                        "--variant: column arm has more than 20 different values (expected: the column that names the arm)");
    }

    @Test
    void of_twoColumnsWithOneKey_isRefused() {
        assertThatThrownBy(() -> survey(
                        "id,arm,Y,y\n1,b,0,0\n",
                        "--unit",
                        "id",
                        "--variant",
                        "arm",
                        "--control",
                        "b",
                        "--outcome",
                        "Y",
                        "y"))
                .hasMessage("--outcome: Y and y both get the key y (expected: names that differ in a-z 0-9 _ . -)");
    }

    @Test
    void of_quotedHeaderWithLineBreak_isFound() throws Exception {
        Survey survey = survey("id,arm,\"y\"\r\n1,b,1\r\n", PLAIN);

        assertThat(survey.layout().header().names()).isEqualTo(List.of("id", "arm", "y"));
    }

    private Survey survey(String text, String... options) throws Exception {
        Path file = CsvFiles.write(folder, text);
        return Survey.of(CsvFile.inspect(file), CsvFiles.options(file, options), UTC);
    }
}
