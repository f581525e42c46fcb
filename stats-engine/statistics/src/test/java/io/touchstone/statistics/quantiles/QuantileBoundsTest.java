package io.touchstone.statistics.quantiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SidedEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Quantiles by hand, and the fewest values and folds that give one. */
class QuantileBoundsTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(1, last).asDoubleStream().toArray();
    }

    private static QuantileEstimate found(OrderedValues values) {
        return values.quantile(0.5, ALPHA).found().orElseThrow();
    }

    @Test
    void share_ends_areRefused() {
        OrderedValues values = OrderedValues.of(upTo(9));
        BinnedValues bins = new BinnedValues(new double[] {0, 1}, List.of(new long[] {5}));
        for (String share : new String[] {"0.0", "1.0"}) {
            double q = Double.parseDouble(share);
            String message = "q: " + share + " (expected: above 0 and below 1)";
            refused(message, () -> values.quantile(q, ALPHA));
            refused(message, () -> values.pointEstimate(q));
            refused(message, () -> bins.quantile(q, ALPHA));
        }
        refused("edges: 1 of them (expected: 2 or more)", () -> new BinnedValues(new double[1], List.of()));
    }

    @Test
    void median_ofAHundredValues_isBetweenTheRanksOfTheBinomial() {
        // n = 100, p = 1/2: ranks 50 ± 1.96·5, outwards: 40 and 60.
        QuantileEstimate median = found(OrderedValues.of(upTo(100)));
        assertThat(median.value()).isEqualTo(50.5);
        assertThat(median.lowRank()).isEqualTo(40);
        assertThat(median.highRank()).isEqualTo(60);
        assertThat(median.rankError()).isCloseTo(0.05, within(1e-15));
        assertThat(median.standardError()).isCloseTo(20 / (2 * 1.959963984540054), within(1e-12));
        assertThat(median.lumpy()).isFalse();
    }

    @Test
    void values_asManyAsTheInterval_makeALump() {
        // The interval runs from the 40th to the 60th value: 21 of them. 11 equal values are more than half, 10 are
        // not.
        assertThat(found(OrderedValues.of(withEqual(11))).lumpy()).isTrue();
        assertThat(found(OrderedValues.of(withEqual(10))).lumpy()).isFalse();
    }

    private static double[] withEqual(int count) {
        double[] values = upTo(100);
        for (int i = 0; i < count; i++) {
            values[46 + i] = 50.5;
        }
        return values;
    }

    @Test
    void fewestValues_thatGiveAnInterval() {
        // Of eight, 4 ± 1.96·√2 reaches from the first value; of seven it reaches below.
        QuantileEstimate eight = found(OrderedValues.of(upTo(8)));
        assertThat(eight.lowRank()).isEqualTo(1);
        assertThat(eight.highRank()).isEqualTo(7);
        assertReason(OrderedValues.of(upTo(7)).quantile(0.5, ALPHA), Reason.TOO_FEW_UNITS);
        // Of ten, 7 + 1.96·√2.1 reaches up to the last value.
        QuantileEstimate ten =
                OrderedValues.of(upTo(10)).quantile(0.7, ALPHA).found().orElseThrow();
        assertThat(ten.highRank()).isEqualTo(10);
        assertReason(OrderedValues.of(upTo(3)).quantile(0.5, ALPHA), Reason.TOO_FEW_UNITS);
        assertReason(OrderedValues.of(upTo(1)).quantile(0.5, ALPHA), Reason.TOO_FEW_UNITS);
        assertReason(OrderedValues.of(upTo(20)).quantile(0.95, ALPHA), Reason.TOO_FEW_UNITS);
        assertReason(OrderedValues.ofUsers(List.of(upTo(50))).quantile(0.5, ALPHA), Reason.TOO_FEW_UNITS);
        assertThat(OrderedValues.of(upTo(5)).pointEstimate(0.5)).hasValue(3);
        assertThat(OrderedValues.of(upTo(4)).pointEstimate(0.5)).hasValue(2.5);
        assertThat(OrderedValues.of(new double[0]).pointEstimate(0.5)).isEmpty();
    }

    @Test
    void usersWithoutValues_changeNothing() {
        List<double[]> users = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            users.add(new double[] {i, i + 0.5});
        }
        QuantileEstimate plain = found(OrderedValues.ofUsers(users));
        users.add(new double[0]);
        assertThat(found(OrderedValues.ofUsers(users))).isEqualTo(plain);
    }

    @Test
    void bins_ofEqualFolds_byHand() {
        // Ten folds, each with 4 and 6 below and above 1 but one with 6 and 4: ranks within the bins are linear.
        List<long[]> folds = new ArrayList<>(Collections.nCopies(9, new long[] {40, 60, 0}));
        folds.add(new long[] {60, 40, 0});
        BinnedValues bins = new BinnedValues(new double[] {0, 1, 3, 9}, folds);
        QuantileEstimate quantile = bins.quantile(0.5, ALPHA).found().orElseThrow();
        // Rank 500 of 1000: 80 past the 420 of the first bin, of 580 in a bin 2 wide.
        double within = 80 / 580.0;
        assertThat(quantile.value()).isCloseTo(1 + 2 * within, within(1e-14));
        double usual = (40 + within * 60 - 50) / 1000;
        double odd = (60 + within * 40 - 50) / 1000;
        double error = Math.sqrt((9 * usual * usual + odd * odd) * 10 / 9);
        assertThat(quantile.rankError()).isCloseTo(error, within(1e-15));
        assertThat(quantile.degreesOfFreedom()).hasValue(9);
        double t = ALPHA.t(9);
        assertThat(quantile.lowRank()).isEqualTo((long) Math.floor(1000 * (0.5 - t * error)));
        assertThat(quantile.highRank()).isEqualTo((long) Math.ceil(1000 * (0.5 + t * error)));
        // Both ends lie in the bin of slope 2/580 a rank, so the width over 2t is the rank error there.
        assertThat(quantile.standardError()).isCloseTo(1000 * error * 2 / 580, within(1e-12));
        assertThat(quantile.lumpy()).isTrue();
    }

    @Test
    void bins_finerThanTheInterval_areNoLump() {
        double[] edges = new double[51];
        long[] counts = new long[50];
        for (int i = 0; i < 50; i++) {
            edges[i + 1] = i + 1;
            counts[i] = 2;
        }
        long[] shifted = counts.clone();
        shifted[0] += 12;
        shifted[49] -= 1;
        List<long[]> folds = new ArrayList<>(Collections.nCopies(9, counts));
        folds.add(shifted);
        BinnedValues bins = new BinnedValues(edges, folds);
        assertThat(bins.quantile(0.5, ALPHA).found().orElseThrow().lumpy()).isFalse();
        BinnedValues nine = new BinnedValues(edges, folds.subList(1, 10));
        assertReason(nine.quantile(0.5, ALPHA), Reason.TOO_FEW_CLUSTERS);
    }

    @Test
    void difference_ofBinnedQuantiles_hasSatterthwaitesFreedom() {
        QuantileEstimate control = estimate(10, 3, 9, false);
        QuantileEstimate treatment = estimate(17, 4, 19, false);
        Comparison comparison = QuantileTest.compare(control, treatment, ALPHA);
        DifferenceTest test = comparison.test().found().orElseThrow();
        assertThat(comparison.difference()).isEqualTo(7);
        assertThat(test.standardError()).isEqualTo(5);
        assertThat(test.degreesOfFreedom().orElseThrow()).isCloseTo(625 / (81.0 / 9 + 256.0 / 19), within(1e-12));
        Comparison still = QuantileTest.compare(estimate(1, 0, 9, false), estimate(3, 0, 9, false), ALPHA);
        assertReason(still.test(), Reason.ZERO_VARIANCE);
    }

    @Test
    void lumpInEitherArm_leavesTheDifferenceOnly() {
        for (boolean first : new boolean[] {true, false}) {
            Comparison comparison = QuantileTest.compare(estimate(10, 3, 9, first), estimate(17, 4, 19, !first), ALPHA);
            assertThat(comparison.difference()).isEqualTo(7);
            assertReason(comparison.test(), Reason.LUMPY_VALUES);
        }
    }

    private static QuantileEstimate estimate(double value, double error, double freedom, boolean lumpy) {
        return new QuantileEstimate(
                value, error, new SidedEstimate(value, error, error), 1, 2, 0.1, OptionalDouble.of(freedom), lumpy);
    }
}
