package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries and power against rpact 3.3.4, tables, and the integration itself put another way. */
class GroupSequentialDesignTest {

    private static final GroupSequentialDesign OBF =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.025, Sides.ONE);
    private static final GroupSequentialDesign POCOCK =
            new GroupSequentialDesign(new Spending.Pocock(), 0.025, Sides.ONE);

    private static double[] z(List<Boundary> boundaries) {
        return boundaries.stream().mapToDouble(b -> b.z().orElse(40)).toArray();
    }

    @Test
    void obrienFleming_fiveLooks_asRpact() {
        List<Boundary> boundaries = OBF.boundaries(LookSchedule.equallySpaced(5));
        assertThat(z(boundaries))
                .containsExactly(new double[] {4.876885, 3.357012, 2.680280, 2.289817, 2.031032}, within(1e-6));
        assertThat(boundaries.stream().mapToDouble(Boundary::spent).toArray())
                .containsExactly(new double[] {5.38871e-7, 3.94152e-4, 3.80806e-3, 1.22118e-2, 0.025}, within(1e-7));
    }

    @Test
    void otherFunctions_asRpact() {
        assertThat(z(POCOCK.boundaries(LookSchedule.equallySpaced(5))))
                .containsExactly(new double[] {2.437977, 2.426814, 2.410194, 2.396649, 2.386000}, within(2e-5));
        assertThat(z(OBF.boundaries(LookSchedule.ofFractions(0.25, 0.6, 1))))
                .containsExactly(new double[] {4.332634, 2.668869, 1.980976}, within(2e-5));
        GroupSequentialDesign kimDeMets = new GroupSequentialDesign(new Spending.KimDeMets(2), 0.025, Sides.ONE);
        assertThat(z(kimDeMets.boundaries(LookSchedule.equallySpaced(5))))
                .containsExactly(new double[] {3.090232, 2.714112, 2.472777, 2.279863, 2.114028}, within(2e-5));
    }

    @Test
    void classicalBoundaries_crossWithAlpha() {
        assertThat(crossed(new double[] {4.561742, 3.225639, 2.633723, 2.280871, 2.040073}, equal(5)))
                .isCloseTo(0.05, within(2e-6));
        double pocock = 2.41318;
        assertThat(crossed(new double[] {pocock, pocock, pocock, pocock, pocock}, equal(5)))
                .isCloseTo(0.05, within(1e-6));
    }

    /** Powers of a Simpson rule on 1,201 points written apart; 0.789, 0.784, 0.782 and 0.781 were published from simulations. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.790294867, 0.789, 2.031",
        "14, 0.783352693, 0.784, 2.103",
        "28, 0.780746529, 0.782, 2.140",
        "56, 0.779257277, 0.781, 2.168"
    })
    void obrienFleming_powerAtFixedDrift(int looks, double exact, double published, double last) {
        GroupSequentialDesign design = new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
        LookSchedule schedule = LookSchedule.equallySpaced(looks);
        assertThat(design.crossing(schedule, 2.8015852).total())
                .isCloseTo(exact, within(1e-8))
                .isCloseTo(published, within(2e-3));
        assertThat(z(design.boundaries(schedule))[looks - 1]).isCloseTo(last, within(5e-4));
    }

    @Test
    void naivePeeks_twentyEight_falseAlarmInTwentySevenPercent() {
        double[] naive = new double[28];
        Arrays.fill(naive, 1.959964);
        assertThat(crossed(naive, equal(28))).isCloseTo(0.274681584, within(1e-8));
    }

    /** The chi-square test of two shares is a normal one: daily alarms of sound tests, published from simulations. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.279", "0.01, 0.072", "0.001, 0.010"})
    void dailyChiSquare_ofSoundShares_alarmsTooOften(double level, double published) {
        double[] naive = new double[28];
        Arrays.fill(naive, Normal.upperQuantile(level / 2));
        assertThat(crossed(naive, equal(28))).isCloseTo(published, within(0.006));
    }

    /** Totals of units that are still growing, with looks counted by the units entered: what the types forbid. */
    @Test
    void runningTotals_byEntry_falseAlarms() {
        assertThat(growing(day -> day / 28.0)).isCloseTo(0.063978875, within(1e-8));
        // 60 % enter in three days, 60 % of the rest in the next three.
        double all = 1 - Math.pow(0.4, 28 / 3.0);
        assertThat(growing(day -> (1 - Math.pow(0.4, day / 3.0)) / all)).isCloseTo(0.138919964, within(1e-8));
    }

    private static double growing(IntToDoubleFunction entered) {
        double[] shares = new double[28];
        Arrays.setAll(shares, k -> k == 27 ? 1 : entered.applyAsDouble(k + 1));
        double[] information = shares.clone();
        Arrays.parallelPrefix(information, Double::sum);
        GroupSequentialDesign design = new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
        return crossed(z(design.boundaries(LookSchedule.ofFractions(shares))), information);
    }

    @Test
    void crossing_withoutEffect_isTheAlphaSpent() {
        CrossingProbabilities none = OBF.crossing(LookSchedule.ofFractions(0.1, 0.15, 0.6, 1), 0);
        assertThat(none.total()).isCloseTo(0.025, within(1e-12));
        GroupSequentialDesign two = new GroupSequentialDesign(new Spending.Pocock(), 0.05, Sides.TWO);
        CrossingProbabilities both = two.crossing(LookSchedule.equallySpaced(7), 0);
        assertThat(both.total()).isCloseTo(0.05, within(1e-11));
        assertThat(both.power()).isCloseTo(0.025, within(1e-11));
    }

    @Test
    void drift_forPower_isItsInverse() {
        LookSchedule schedule = LookSchedule.equallySpaced(5);
        double drift = OBF.driftFor(schedule, 0.9);
        assertThat(OBF.power(schedule, drift)).isCloseTo(0.9, within(1e-9));
        assertThat(drift).isGreaterThan(Normal.upperQuantile(0.025) + Normal.upperQuantile(0.1));
        assertThatThrownBy(() -> OBF.driftFor(schedule, 0.02)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoLooks_againstTheBivariateNormal() {
        // P(Z1 < a, Z2 < b) as a single integral over Z1 with 200,000 steps.
        double t = 0.37;
        List<Boundary> boundaries = POCOCK.boundaries(LookSchedule.ofFractions(t, 1));
        double a = boundaries.getFirst().z().orElseThrow();
        double b = boundaries.getLast().z().orElseThrow();
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double z = -9 + (a + 9) * (i + 0.5) / steps;
            sum += Math.exp(-z * z / 2) * Normal.upperTail((b - z * Math.sqrt(t)) / Math.sqrt(1 - t)) * (a + 9) / steps;
        }
        double crossing = Normal.upperTail(a) + sum / Math.sqrt(2 * Math.PI);
        assertThat(crossing).isCloseTo(0.025, within(1e-10));
    }

    @Test
    void closeLooks_stayExact() {
        LookSchedule schedule = LookSchedule.ofFractions(0.5, 0.500001, 0.5001, 1);
        assertThat(OBF.crossing(schedule, 0).total()).isCloseTo(0.025, within(1e-12));
        List<Boundary> plain = OBF.boundaries(LookSchedule.ofFractions(0.5, 1));
        assertThat(OBF.boundaries(schedule).getLast().z().orElseThrow())
                .isCloseTo(plain.getLast().z().orElseThrow(), within(1e-3));
    }

    @Test
    void twoClocks_sameSpending_otherCorrelation() {
        List<Look> looks = List.of(new Look(0.5, 100), new Look(1, 1000));
        List<Boundary> apart = OBF.boundaries(new LookSchedule(looks));
        List<Boundary> together = OBF.boundaries(LookSchedule.ofFractions(0.5, 1));
        assertThat(apart.getFirst().z()).isEqualTo(together.getFirst().z());
        assertThat(apart.getLast().z().orElseThrow())
                .isGreaterThan(together.getLast().z().orElseThrow());
    }

    @Test
    void overrun_spendsAllAndUsesWhatWasSeen() {
        LookSchedule schedule = LookSchedule.observed(100, List.of(50.0, 130.0), Ending.FINAL);
        assertThat(schedule.last()).isEqualTo(new Look(1, 130));
        assertThat(OBF.crossing(schedule, 0).total()).isCloseTo(0.025, within(1e-12));
        LookSchedule under = LookSchedule.observed(100, List.of(50.0, 80.0), Ending.FINAL);
        assertThat(under.last().spendingTime()).isEqualTo(1);
        LookSchedule after = LookSchedule.observed(100, List.of(50.0, 110.0, 120.0), Ending.ONGOING);
        assertThat(OBF.boundaries(after).getLast().z()).isEmpty();
    }

    @Test
    void schedules_thatGoBack_areRefused() {
        assertThatThrownBy(() -> LookSchedule.ofFractions(0.5, 0.4)).hasMessageContaining("information: 0.4");
        assertThatThrownBy(() -> LookSchedule.ofFractions(0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LookSchedule(List.of(new Look(0.5, 1), new Look(0.4, 2))))
                .hasMessageContaining("spendingTime: 0.4");
        assertThatThrownBy(() -> new LookSchedule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Look(1.1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Look(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupSequentialDesign(new Spending.Pocock(), 1, Sides.ONE))
                .hasMessageContaining("alpha: 1.0");
        assertThatThrownBy(() -> new Spending.KimDeMets(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 30)
    void boundaries_unitOfInformation_doesNotMatter(
            @ForAll @DoubleRange(min = 1e-6, max = 1e9) @Scale(9) double unit,
            @ForAll @IntRange(min = 2, max = 6) int looks) {
        LookSchedule plain = LookSchedule.equallySpaced(looks);
        LookSchedule scaled = new LookSchedule(plain.looks().stream()
                .map(look -> new Look(look.spendingTime(), look.information() * unit))
                .toList());
        assertThat(z(OBF.boundaries(scaled))).containsExactly(z(OBF.boundaries(plain)), within(1e-9));
    }

    @Property(tries = 30)
    void boundaries_moreAlpha_comeDown(
            @ForAll @DoubleRange(min = 0.001, max = 0.2) @Scale(9) double alpha, @ForAll Sides sides) {
        LookSchedule schedule = LookSchedule.ofFractions(0.3, 0.5, 0.9, 1);
        double[] strict = z(new GroupSequentialDesign(new Spending.OBrienFleming(), alpha, sides).boundaries(schedule));
        double[] loose =
                z(new GroupSequentialDesign(new Spending.OBrienFleming(), alpha * 1.1, sides).boundaries(schedule));
        for (int i = 0; i < strict.length; i++) {
            assertThat(loose[i]).isLessThan(strict[i]);
        }
    }

    private static double[] equal(int looks) {
        double[] information = new double[looks];
        for (int k = 0; k < looks; k++) {
            information[k] = k + 1;
        }
        return information;
    }

    /** P(|Z| reaches any of the bounds), two-sided. */
    private static double crossed(double[] bounds, double[] information) {
        List<Boundary> boundaries = new ArrayList<>();
        for (int k = 0; k < bounds.length; k++) {
            boundaries.add(
                    new Boundary(new Look(1, information[k]), OptionalDouble.of(bounds[k]), 0, OptionalDouble.empty()));
        }
        return new GroupSequentialDesign(new Spending.Pocock(), 0.05, Sides.TWO)
                .crossing(boundaries, 0)
                .total();
    }
}
