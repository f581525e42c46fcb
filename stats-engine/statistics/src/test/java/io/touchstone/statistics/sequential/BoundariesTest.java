package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Normal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks taken one at a time, and what lies under them. */
class BoundariesTest {

    private static final GroupSequentialDesign TWO =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
    private static final GroupSequentialDesign ONE =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.025, Sides.ONE);

    @Test
    void next_oneLookADay_isTheWholeSchedule() {
        LookSchedule schedule = LookSchedule.ofFractions(0.05, 0.2, 0.201, 0.7, 1);
        for (GroupSequentialDesign design : List.of(ONE, TWO)) {
            Boundaries kept = design.start();
            for (Look look : schedule.looks()) {
                kept = kept.next(look);
                assertThat(kept.last().look()).isEqualTo(look);
            }
            assertThat(kept.list()).isEqualTo(design.boundaries(schedule));
        }
    }

    @Test
    void next_twoWaysOn_doNotTouchEachOther() {
        Boundaries half = TWO.start().next(new Look(0.5, 50));
        Boundaries one = half.next(new Look(0.6, 60));
        Boundaries other = half.next(new Look(1, 60));
        assertThat(half.list()).hasSize(1);
        assertThat(one.last().z().orElseThrow()).isGreaterThan(other.last().z().orElseThrow());
        assertThat(half.next(new Look(0.6, 60)).list()).isEqualTo(one.list());
    }

    @Test
    void next_lookThatSpendsNothing_changesNoLaterBoundary() {
        Boundaries with = TWO.start()
                .next(new Look(0.01, 1))
                .next(new Look(0.5, 50))
                .next(new Look(0.5, 55))
                .next(new Look(1, 100));
        Boundaries without = TWO.start().next(new Look(0.5, 50)).next(new Look(1, 100));
        assertThat(with.list().get(0).z()).isEmpty();
        assertThat(with.list().get(2).z()).isEmpty();
        assertThat(with.list().get(1).z()).isEqualTo(without.list().get(0).z());
        assertThat(with.last().z()).isEqualTo(without.last().z());
    }

    /** It was off by 2e-5: the step to it was cut at nine standard deviations, of which it needed ten. */
    @Test
    void next_firstLookThatSpends_isTheNormalQuantile() {
        List<Boundary> boundaries = ONE.boundaries(LookSchedule.ofFractions(0.01, 0.0785, 1));
        Boundary first = boundaries.get(1);
        assertThat(boundaries.getFirst().z()).isEmpty();
        assertThat(first.z().orElseThrow())
                .isGreaterThan(7.9)
                .isCloseTo(Normal.upperQuantile(first.spent()), within(1e-12));
    }

    @Test
    void next_lookThatGoesBack_isRefused() {
        Boundaries half = TWO.start().next(new Look(0.5, 50));
        assertThatThrownBy(() -> half.next(new Look(0.6, 50))).hasMessageContaining("information: 50.0 after 50.0");
        assertThatThrownBy(() -> half.next(new Look(0.4, 60))).hasMessageContaining("spendingTime: 0.4");
        assertThatThrownBy(() -> TWO.start().last()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void threshold_whereLessIsLeftThanDue_isTheLowest() {
        assertThat(ThresholdSearch.find(ScoreDensity.symmetric(), 4, 0.6, 0, 3, 5))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void threshold_fromAnyGuess_isTheSame() {
        double exact = 2 * Normal.upperQuantile(1e-9);
        for (double guess : new double[] {-24, -1, 0, 5, 11.9, 13, 76}) {
            assertThat(ThresholdSearch.find(ScoreDensity.at(0, 0), 4, 1e-9, -24, guess, 76))
                    .as("from " + guess)
                    .isCloseTo(exact, within(1e-10));
        }
    }

    @Test
    void gaussRule_normalCurves_areIntegrated() {
        for (double width : new double[] {0.1, 1, 3, 7.5, 13, 20, 20.1, 333}) {
            for (double centre : new double[] {-3, 0, 0.3 * width, width / 2, width}) {
                GaussRule rule = GaussRule.over(1, 1 + width, 1);
                double sum = 0;
                for (int i = 0; i < rule.points.length; i++) {
                    double d = rule.points[i] - 1 - centre;
                    sum += rule.weights[i] * Math.exp(-d * d / 2) / Math.sqrt(2 * Math.PI);
                }
                double exact = Normal.upperTail(-centre) - Normal.upperTail(width - centre);
                assertThat(sum).as("width " + width + ", centre " + centre).isCloseTo(exact, within(4e-10));
            }
        }
    }

    @Test
    void curve_isTheExponential() {
        Stream.iterate(0.0, d -> d <= NormalKernel.REACH, d -> d + 0.01).forEach(d -> {
            double exact = Math.exp(-d * d / 2);
            double relative = d <= 8 ? 1e-12 : 1e-10;
            assertThat(NormalKernel.curve(d)).as("at " + d).isCloseTo(exact, within(relative * exact));
            assertThat(NormalKernel.curve(-d)).isEqualTo(NormalKernel.curve(d));
        });
    }
}
