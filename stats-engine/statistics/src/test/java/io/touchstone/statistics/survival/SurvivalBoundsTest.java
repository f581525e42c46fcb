package io.touchstone.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Cohorts and curves at the ends of their ranges, and a curve by hand. */
class SurvivalBoundsTest {

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    /** Ten units: two go at 1, three are lost at 2, three go and two are lost at 4. */
    private static SurvivalCurve curve() {
        return SurvivalCurve.of(new LifeTable(
                        List.of(new LifeTable.Row(1, 2, 0), new LifeTable.Row(2, 0, 3), new LifeTable.Row(4, 3, 2))))
                .found()
                .orElseThrow();
    }

    @Test
    void cohort_countsThatCannotBe_areRefused() {
        refused("units: -1 (expected: 0 or more)", () -> new DayCohort(0, -1, List.of(), List.of()));
        refused("withdrawn: 0 days (expected: 1, as of events)", () -> new DayCohort(0, 5, List.of(1L), List.of()));
        refused("events: -1 (expected: 0 or more)", () -> new DayCohort(0, 5, List.of(-1L), List.of(0L)));
        refused("withdrawn: -1 (expected: 0 or more)", () -> new DayCohort(0, 5, List.of(1L), List.of(-1L)));
        refused("events: 6 units gone (expected: at most 5)", () -> new DayCohort(0, 5, List.of(4L), List.of(2L)));
        assertThat(new DayCohort(0, 5, List.of(3L), List.of(2L)).units()).isEqualTo(5);
    }

    @Test
    void cohort_onItsDayOfEntry_isReadAtLagZero() {
        DayCohort cohort = new DayCohort(3, 10, List.of(2L, 1L), List.of(1L, 0L));
        assertThat(DayCohort.asOf(List.of(cohort), 2).units()).isZero();
        assertThat(DayCohort.asOf(List.of(cohort), 3).rows()).containsExactly(new LifeTable.Row(0, 2, 8));
        assertThat(DayCohort.asOf(List.of(cohort), 4).rows())
                .containsExactly(new LifeTable.Row(0, 2, 1), new LifeTable.Row(1, 1, 6));
        assertThat(DayCohort.asOf(List.of(cohort), 9).rows())
                .containsExactly(new LifeTable.Row(0, 2, 1), new LifeTable.Row(1, 1, 0), new LifeTable.Row(6, 0, 6));
    }

    @Test
    void table_timesThatDoNotRise_areRefused() {
        LifeTable.Row row = new LifeTable.Row(1, 1, 1);
        refused("time: 1.0 after 1.0 (expected: rising)", () -> new LifeTable(List.of(row, row)));
        refused("time: -1.0 (expected: finite, 0 or more)", () -> new LifeTable.Row(-1, 1, 1));
        refused(
                "time: Infinity (expected: finite, 0 or more)",
                () -> new LifeTable.Row(Double.POSITIVE_INFINITY, 1, 1));
        refused("events: -1 (expected: 0 or more)", () -> new LifeTable.Row(1, -1, 1));
        refused("censored: -1 (expected: 0 or more)", () -> new LifeTable.Row(1, 1, -1));
        assertThat(new LifeTable.Row(0, 0, 0).time()).isZero();
    }

    @Test
    void curve_byHand() {
        SurvivalCurve curve = curve();
        Alpha alpha = Alpha.FIVE_PERCENT;
        assertThat(curve.at(0, alpha).survival()).isEqualTo(1);
        assertThat(curve.at(0, alpha).atRisk()).isEqualTo(10);
        assertThat(curve.at(1, alpha).survival()).isCloseTo(0.8, within(1e-15));
        assertThat(curve.at(3, alpha).atRisk()).isEqualTo(5);
        assertThat(curve.at(4, alpha).survival()).isCloseTo(0.8 * 0.4, within(1e-15));
        assertThat(curve.at(9, alpha).atRisk()).isZero();
        assertThat(curve.median()).hasValue(4);
        // Area 1 + 3·0.8 up to 4; Greenwood's term of the first step 2/10/8 weighs the area right of it squared.
        MeanEstimate area = curve.restrictedMean(4).found().orElseThrow();
        assertThat(area.mean()).isCloseTo(3.4, within(1e-14));
        assertThat(area.varianceOfMean()).isCloseTo(2.4 * 2.4 * 0.025, within(1e-14));
        assertThat(curve.restrictedMean(4.1))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.FOLLOW_UP_TOO_SHORT));
    }

    @Test
    void curve_thatFallsToExactlyAHalf_hasItsMedianThere() {
        SurvivalCurve half = SurvivalCurve.of(
                        new LifeTable(List.of(new LifeTable.Row(2, 1, 0), new LifeTable.Row(5, 0, 1))))
                .found()
                .orElseThrow();
        assertThat(half.median()).hasValue(2);
        SurvivalCurve over = SurvivalCurve.of(
                        new LifeTable(List.of(new LifeTable.Row(2, 1, 0), new LifeTable.Row(5, 0, 2))))
                .found()
                .orElseThrow();
        assertThat(over.median()).isEmpty();
    }

    @Test
    void times_outsideTheirRange_areRefused() {
        SurvivalCurve curve = curve();
        for (String time : new String[] {"-1.0", "Infinity"}) {
            double at = Double.parseDouble(time);
            refused("time: " + time + " (expected: finite, 0 or more)", () -> curve.at(at, Alpha.FIVE_PERCENT));
            refused("time: " + time + " (expected: finite, 0 or more)", () -> curve.areaUpTo(at));
        }
        assertThat(curve.areaUpTo(0)).isEqualTo(new MeanEstimate(0, 0));
    }

    @Test
    void logRank_withoutUnitsInEitherArm_hasAReason() {
        LifeTable some = new LifeTable(List.of(new LifeTable.Row(1, 1, 1)));
        LifeTable none = new LifeTable(List.of());
        for (List<LifeTable> arms : List.of(List.of(none, some), List.of(some, none))) {
            assertThat(LogRankTest.test(arms.getFirst(), arms.getLast()))
                    .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                            .isEqualTo(Reason.EMPTY_ARM));
        }
    }
}
