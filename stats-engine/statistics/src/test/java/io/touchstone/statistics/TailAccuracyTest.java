package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tail probabilities and quantiles against 50 digits of mpmath 1.3. */
class TailAccuracyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.5, 0.61707507745197379",
        "1.959963984540054, 0.05",
        "2.83, 0.004654800413463109",
        "5, 5.7330314375838782e-07",
        "12, 3.552964224155358e-33",
        "37, 1.1451142445049154e-299"
    })
    void normal_twoSided_agreesInRelativeTerms(double z, double expected) {
        assertThat(Normal.twoSidedP(z)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(Normal.twoSidedP(-z)).isEqualTo(Normal.twoSidedP(z));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.001, 0.499601307586680281",
        "0.7, 0.309137919101093027",
        "2, 0.168102001223170606",
        "2.8284, 0.127698862345922196",
        "3.5, 0.106345153633705447",
        "6, 0.0647793143244468493",
        "8.1, 0.0485334081274405455",
        "15, 0.0264794889992298885",
        "37, 0.0107743650059576829",
        "1000, 0.000398941881460349097",
        "1e10, 3.98942280401432678e-11"
    })
    void normal_scaledTail_agrees(double z, double expected) {
        assertThat(Normal.scaledUpperTail(z)).isCloseTo(expected, within(2e-15 * expected));
    }

    @Test
    void normal_tailAtItsEnds_isExact() {
        assertThat(Normal.upperTail(0)).isEqualTo(0.5);
        assertThat(Normal.twoSidedP(0)).isEqualTo(1);
        assertThat(Normal.upperTail(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Normal.upperTail(Double.NEGATIVE_INFINITY)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1e-6, 0.999999460647398812",
        "1, 1, 0.5",
        "2, 8, 0.0152680721653381381",
        "4.83, 2.5, 0.0561974521039446207",
        "36671.157977360504, 20, 1.6352660708073578e-88",
        "1999998, 14.142135623730963, 2.09906017520206379e-45"
    })
    void student_twoSided_agrees(double nu, double t, double expected) {
        assertThat(StudentT.twoSidedP(t, nu)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void student_farTail_neverZero() {
        assertThat(StudentT.twoSidedP(1e6, 1e6)).isEqualTo(Normal.SMALLEST_P);
        assertThat(Normal.twoSidedP(60)).isEqualTo(Normal.SMALLEST_P);
        assertThat(ChiSquare.p(1e5, 3)).isEqualTo(Normal.SMALLEST_P);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.025, 12.706204736174698", "2, 0.005, 9.9248432009182928", "1e10, 0.025, 1.95996398477728136"})
    void student_quantile_agrees(double nu, double tail, double expected) {
        assertThat(StudentT.upperQuantile(tail, nu)).isCloseTo(expected, within(1e-12 * expected));
    }

    /** t² leaves the range of doubles long before the tail of few degrees of freedom does; p came out as NaN. */
    @ParameterizedTest
    @CsvSource({
        "1, 1e160, 6.36619772367581343e-161",
        "2, 1e200, 2.2250738585072014e-308",
        "0.5, 1e300, 6.41401950828446e-151"
    })
    void student_squareOverflows_tailIsStillANumber(double nu, double t, double expected) {
        assertThat(StudentT.twoSidedP(t, nu)).isCloseTo(expected, within(1e-7 * expected));
    }

    @Test
    void student_quantileOfTail_isItsInverse() {
        for (double nu : new double[] {0.7, 1.5, 3, 19.9, 40, 41, 1000, 1e8}) {
            for (double tail : new double[] {1e-12, 1e-6, 0.005, 0.025, 0.2, 0.49}) {
                double t = StudentT.upperQuantile(tail, nu);
                assertThat(StudentT.twoSidedP(t, nu) / 2).isCloseTo(tail, within(1e-11 * tail));
            }
        }
    }

    @Test
    void student_branches_meetWithoutAStep() {
        // The expansion begins at 40 degrees of freedom and x = 0.7.
        assertThat(StudentT.twoSidedP(3, Math.nextDown(40.0))).isCloseTo(StudentT.twoSidedP(3, 40), within(1e-13));
        double t = Math.sqrt(60 * (1 / 0.7 - 1));
        assertThat(StudentT.twoSidedP(Math.nextUp(t), 60)).isCloseTo(StudentT.twoSidedP(t, 60), within(1e-16));
    }

    @ParameterizedTest
    @CsvSource({
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "1e-10, -6.3613409024040562",
        "1e-300, -37.0470962993611992"
    })
    void normal_quantile_agrees(double p, double expected) {
        assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "22.77436884189436, 1, 1.821792872619186e-06",
        "30.566762728146013, 4, 3.751944479255818e-06",
        "0.20253125, 2, 0.9036929575604196",
        "250, 201, 0.0106638591387519089",
        "900, 301, 5.35703802865291965e-61",
        "400, 500, 0.999637929541710307",
        "1300, 500, 1.6652081505238615e-72",
        "10500, 10000, 2.47947367989360852e-4"
    })
    void chiSquare_tail_agrees(double statistic, int df, double expected) {
        assertThat(ChiSquare.p(statistic, df)).isCloseTo(expected, within(1e-12 * expected));
    }

    /** The finite sum overflowed for many degrees of freedom, and the tail came out as 1. */
    @ParameterizedTest
    @CsvSource({"1e4, 99", "1.7e10, 99", "1e300, 400", "1e300, 1"})
    void chiSquare_hugeStatistic_isTheSmallestP(double statistic, int df) {
        assertThat(ChiSquare.p(statistic, df)).isEqualTo(Normal.SMALLEST_P);
    }

    @Test
    void arguments_outsideTheirRange_areNamed() {
        assertThatThrownBy(() -> new Alpha(1)).hasMessage("alpha: 1.0 (expected: above 0 and below 1)");
        assertThatThrownBy(() -> Normal.quantile(0)).hasMessage("p: 0.0 (expected: above 0 and below 1)");
        assertThatThrownBy(() -> StudentT.twoSidedP(1, 0))
                .hasMessage("degreesOfFreedom: 0.0 (expected: finite, above 0)");
        assertThatThrownBy(() -> ChiSquare.p(-1, 1)).hasMessage("statistic: -1.0 (expected: finite, 0 or more)");
    }
}
