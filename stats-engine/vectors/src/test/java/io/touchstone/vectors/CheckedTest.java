package io.touchstone.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How cases are read: nothing that is no number becomes one, nothing that is not understood is answered. */
class CheckedTest {

    /** A lenient reader took null and "NaN" for 0 and 10.5 units for 10. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'n_c':10.5,'mean_c':1,'variance_c':1",
                "'n_c':10,'mean_c':'NaN','variance_c':1",
                "'n_c':10,'mean_c':null,'variance_c':1",
                "'n_c':10,'mean_c':1,'variance_c':null",
                "'n_c':1,'mean_c':1,'variance_c':null",
                "'n_c':0,'mean_c':null,'variance_c':null"
            })
    void of_inputThatIsNoNumber_isNoResult(String control) {
        String inputs = control + ",'n_t':10,'mean_t':2,'variance_t':1";
        assertThat(checked("welch_t", inputs, "'alpha':0.05", "'status':'no_result'")
                        .failures())
                .isEmpty();
        assertThat(checked("relative_lift", inputs, "'alpha':0.05", "'status':'no_result'")
                        .failures())
                .isEmpty();
    }

    /** It counted as the library's refusal, and so as right where no result was expected. */
    @Test
    void of_missingInput_isNotMapped() {
        assertThat(checked("welch_t", "'n_c':10", "'alpha':0.05", "'status':'no_result'")
                        .unmapped())
                .contains("mean_c: not in the case");
    }

    @ParameterizedTest
    @CsvSource({"greater, 0.0397821", "less, 0.9602179"})
    void of_oneSidedAlternative_isAnsweredOnThatSide(String alternative, String p) {
        Checked checked = checked(
                "welch_t",
                "'n_c':1000,'mean_c':10,'variance_c':25,'n_t':1000,'mean_t':10.4,'variance_t':27",
                "'alternative':'" + alternative + "','colour':'red'",
                "'status':'ok','p_value':" + p + ",'ci':[0,1]");
        assertThat(checked.failures()).isEmpty();
        assertThat(checked.notes()).containsExactly("parameter not read: colour", "not answered: ci");
    }

    @Test
    void of_wordThatIsNotKnown_isNotMapped() {
        assertThat(checked(
                                "welch_t",
                                "'n_c':10,'mean_c':1,'variance_c':1,'n_t':10,'mean_t':1,'variance_t':1",
                                "'alternative':'sideways'",
                                "'status':'ok','diff':0")
                        .unmapped())
                .contains("alternative: sideways");
    }

    /** A mean without variance gave a confidence sequence of width 0. */
    @Test
    void of_confidenceSequenceOfConstant_isNoResult() {
        assertThat(checked(
                                "asymptotic_confidence_sequence",
                                "'n':50,'mean':1,'variance':0",
                                "'tuned_for_n':1000",
                                "'status':'no_result'")
                        .failures())
                .isEmpty();
    }

    @Test
    void of_sampleRatioWithoutThreshold_takesOneInAThousand() {
        assertThat(checked("srm", "'observed':[5130,4870]", "'weights':[1,1]", "'status':'ok','srm':false,'df':1")
                        .failures())
                .isEmpty();
    }

    /** The direction was not read, and the margin counted the wrong way. */
    @Test
    void of_nonInferiorityWhereLowerIsBetter_turnsTheExpectedDifference() {
        String plan =
                "'design':'non_inferiority_means','margin':0.3,'variance_c':25,'variance_t':25,'alpha':0.025,'power':0.8";
        String lower = plan + ",'direction':'lower_is_better','expected_diff':0.1";
        assertThat(checked("sample_size", "", lower, "'status':'ok','n_c':9812,'n_t':9812")
                        .failures())
                .isEmpty();
    }

    private static Checked checked(String method, String inputs, String parameters, String expected) {
        String json = "{'id':'x','method':'" + method + "','inputs':{" + inputs + "},'parameters':{" + parameters
                + "},'expected':{" + expected + "},'tolerance':{'default':{'rel':1e-4,'abs':1e-9}}}";
        try {
            return Checked.of(new VectorCase(new ObjectMapper().readTree(json.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
