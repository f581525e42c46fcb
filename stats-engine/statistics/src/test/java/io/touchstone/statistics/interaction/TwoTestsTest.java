package io.touchstone.statistics.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import org.junit.jupiter.api.Test;

class TwoTestsTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static FourCells cells(double neither, double first, double second, double both) {
        return new FourCells(
                new MeanEstimate(neither, 0.01),
                new MeanEstimate(first, 0.02),
                new MeanEstimate(second, 0.03),
                new MeanEstimate(both, 0.04));
    }

    @Test
    void additive_isTheDifferenceOfDifferences() {
        Comparison found = InteractionTest.additive(cells(10, 12, 13, 16), ALPHA);
        assertThat(found.difference()).isEqualTo(1);
        double error = found.test().found().orElseThrow().standardError();
        assertThat(error * error).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void effectsThatMultiply_doNotAddUp() {
        FourCells cells = cells(10, 12, 15, 18);
        Comparison multiplied =
                InteractionTest.multiplicative(cells, ALPHA).found().orElseThrow();
        assertThat(multiplied.difference()).isCloseTo(0, within(1e-14));
        double error = multiplied.test().found().orElseThrow().standardError();
        assertThat(error * error).isCloseTo(0.01 / 100 + 0.02 / 144 + 0.03 / 225 + 0.04 / 324, within(1e-15));
        assertThat(InteractionTest.additive(cells, ALPHA).difference()).isEqualTo(1);
    }

    @Test
    void testsInEitherOrder_sameInteraction() {
        FourCells cells = cells(10, 12, 13, 17);
        FourCells swapped = new FourCells(cells.neither(), cells.second(), cells.first(), cells.both());
        assertThat(InteractionTest.additive(swapped, ALPHA).difference())
                .isEqualTo(InteractionTest.additive(cells, ALPHA).difference());
    }

    @Test
    void jointAssignment_isPearsonsTest() {
        // N(ad − bc)²/(product of the margins) = 100(20·30 − 30·20)² = 0, and 100(30·30 − 20·20)²/50⁴ = 4.
        assertThat(JointAssignmentTest.p(new JointAssignment(20, 30, 20, 30)).found())
                .hasValue(1.0);
        assertThat(JointAssignmentTest.p(new JointAssignment(30, 20, 20, 30))
                        .found()
                        .orElseThrow())
                .isCloseTo(0.04550026389635842, within(1e-14));
        assertThat(JointAssignmentTest.p(new JointAssignment(3, 0, 2, 0)))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.EMPTY_ARM));
    }

    @Test
    void meanOfZero_hasNoLiftToMultiply() {
        assertThat(InteractionTest.multiplicative(cells(0, 1, 1, 1), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.MEAN_NOT_POSITIVE));
    }
}
