package io.touchstone.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the reference vectors, at the tolerance stated in its file. */
class ReferenceVectorTest {

    /**
     * Intervals whose stated value rests on a Student quantile right to 4e-9 only (an inversion that stops early), more
     * than the file's own tolerance. The values here use the quantile of mpmath with 30 digits, or of the series of the
     * incomplete beta function with 50.
     */
    private static final Map<String, List<Double>> EXACT_INTERVALS = Map.of(
            "welch_t/s03-n2-each", List.of(-3.9185228300710693, 9.9185228300710693),
            "welch_t/s05-zero-variance-one-arm", List.of(-0.053936721882506127, 1.0539367218825061),
            "winsorised_mean/s01-fixed-upper", List.of(-2.97634135891435, 4.84829373986673),
            "winsorised_mean/s07-nothing-above-cap", List.of(-1.2337146951647056, 3.2337146951647058));

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reference_case_agrees(String id, VectorCase vector) {
        Checked checked = Checked.of(vector);
        assertThat(checked.unmapped()).isEmpty();
        if (EXACT_INTERVALS.containsKey(id)) {
            assertThat(checked.failures()).hasSize(1).allMatch(line -> line.startsWith("ci: "));
            intervalIs(vector, EXACT_INTERVALS.get(id));
        } else {
            assertThat(checked.failures()).isEmpty();
        }
    }

    static List<Object[]> cases() throws URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReferenceVectorTest.class.getResource("/reference-vectors"))
                .toURI());
        return VectorCase.ofFolder(folder).stream()
                .map(vector -> new Object[] {vector.id(), vector})
                .toList();
    }

    private static void intervalIs(VectorCase vector, List<Double> exact) {
        Answer answer = Adapters.of(vector.method()).orElseThrow().adapter().answer(vector);
        List<?> interval = (List<?>)
                Objects.requireNonNull(((Answer.Values) answer).byName().get("ci"));
        assertThat((Double) interval.getFirst()).isCloseTo(exact.getFirst(), Assertions.within(1e-13));
        assertThat((Double) interval.getLast()).isCloseTo(exact.getLast(), Assertions.within(1e-13));
    }
}
