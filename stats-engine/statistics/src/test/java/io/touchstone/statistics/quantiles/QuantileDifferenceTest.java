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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuantileDifferenceTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    /** Buckets of 1 % width, as cells have them. */
    private static final double[] EDGES = edges();

    private static double[] edges() {
        double[] edges = new double[2200];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = 1e-4 * Math.pow(1.01, i);
        }
        return edges;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Users with one to nine lognormal events around a mean of their own. */
    private static List<double[]> users(RandomGenerator random, int count) {
        List<double[]> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double own = random.nextGaussian() * 0.6;
            double[] values = new double[1 + random.nextInt(9)];
            for (int j = 0; j < values.length; j++) {
                values[j] = Math.exp(own + random.nextGaussian() * 0.5);
            }
            users.add(values);
        }
        return users;
    }

    private static BinnedValues binned(List<double[]> users, int folds) {
        List<long[]> counts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            counts.add(new long[EDGES.length - 1]);
        }
        for (int i = 0; i < users.size(); i++) {
            for (double value : users.get(i)) {
                int at = Arrays.binarySearch(EDGES, value);
                counts.get(i % folds)[at >= 0 ? at : -at - 2]++;
            }
        }
        return new BinnedValues(EDGES, counts);
    }

    private static QuantileEstimate found(Result<QuantileEstimate> result) {
        return result.found().orElseThrow();
    }

    @Test
    void bins_ofThePopulation_agreeWithTheOrderedValues() {
        List<double[]> users = users(random(11), 20_000);
        QuantileEstimate exact = found(OrderedValues.ofUsers(users).quantile(0.9, ALPHA));
        QuantileEstimate bins = found(binned(users, 64).quantile(0.9, ALPHA));
        assertThat(bins.value()).isCloseTo(exact.value(), within(0.002 * exact.value()));
        // The 64 folds know the error itself to about one in eleven.
        assertThat(bins.rankError()).isCloseTo(exact.rankError(), within(0.35 * exact.rankError()));
        assertThat(bins.degreesOfFreedom()).hasValue(63);
        QuantileEstimate naive = found(
                OrderedValues.of(users.stream().flatMapToDouble(Arrays::stream).toArray())
                        .quantile(0.9, ALPHA));
        assertThat(exact.rankError()).isGreaterThan(1.3 * naive.rankError());
    }

    @Test
    @Tag("simulation")
    void clusteredValuesWithNoEffect_rejectAboutFivePercent() {
        RandomGenerator random = random(12);
        int runs = 1500;
        int ordered = 0;
        int bins = 0;
        for (int run = 0; run < runs; run++) {
            List<double[]> control = users(random, 640);
            List<double[]> treatment = users(random, 640);
            ordered += rejects(
                    OrderedValues.ofUsers(control).quantile(0.75, ALPHA),
                    OrderedValues.ofUsers(treatment).quantile(0.75, ALPHA));
            bins += rejects(
                    binned(control, 64).quantile(0.75, ALPHA),
                    binned(treatment, 64).quantile(0.75, ALPHA));
        }
        assertThat(ordered / (double) runs).isBetween(0.028, 0.072);
        assertThat(bins / (double) runs).isBetween(0.028, 0.072);
    }

    private static int rejects(Result<QuantileEstimate> control, Result<QuantileEstimate> treatment) {
        Comparison comparison = QuantileTest.compare(found(control), found(treatment), ALPHA);
        return comparison.test().found().map(DifferenceTest::p).orElseThrow() <= 0.05 ? 1 : 0;
    }

    @Test
    void swapAndScale_turnAndStretchTheDifference() {
        double[] a = random(13).doubles(400).toArray();
        double[] b = random(14).doubles(300).map(value -> value + 0.1).toArray();
        DifferenceTest one = test(a, b);
        DifferenceTest swapped = test(b, a);
        DifferenceTest scaled = test(
                Arrays.stream(a).map(value -> value * 8).toArray(),
                Arrays.stream(b).map(value -> value * 8).toArray());
        assertThat(swapped.statistic()).isEqualTo(-one.statistic());
        assertThat(swapped.interval().low()).isEqualTo(-one.interval().high());
        assertThat(scaled.standardError()).isEqualTo(8 * one.standardError());
        assertThat(scaled.p()).isEqualTo(one.p());
    }

    private static DifferenceTest test(double[] control, double[] treatment) {
        return QuantileTest.compare(
                        found(OrderedValues.of(control).quantile(0.5, ALPHA)),
                        found(OrderedValues.of(treatment).quantile(0.5, ALPHA)),
                        ALPHA)
                .test()
                .found()
                .orElseThrow();
    }

    @Test
    void extremeQuantileOfFewUsers_pointButNoInterval() {
        OrderedValues thirty = OrderedValues.of(random(15).doubles(30).toArray());
        assertReason(thirty.quantile(0.99, ALPHA), Reason.TOO_FEW_UNITS);
        assertThat(thirty.pointEstimate(0.99)).isPresent();
        assertReason(OrderedValues.of(new double[0]).quantile(0.5, ALPHA), Reason.EMPTY_ARM);
        assertThat(OrderedValues.of(new double[0]).pointEstimate(0.5)).isEmpty();
        assertReason(OrderedValues.of(new double[] {3}).quantile(0.5, ALPHA), Reason.TOO_FEW_UNITS);
        assertReason(
                OrderedValues.ofUsers(List.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
                        .quantile(0.5, ALPHA),
                Reason.TOO_FEW_UNITS);
        assertReason(binned(List.of(), 64).quantile(0.5, ALPHA), Reason.EMPTY_ARM);
        assertReason(binned(users(random(16), 9), 9).quantile(0.5, ALPHA), Reason.TOO_FEW_CLUSTERS);
        assertReason(binned(users(random(16), 64), 64).quantile(0.999, ALPHA), Reason.TOO_FEW_UNITS);
    }

    @Test
    void equalValues_areLumpyAndNotTested() {
        double[] prices = new double[600];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = 5 * (i % 3);
        }
        QuantileEstimate estimate = found(OrderedValues.of(prices).quantile(0.5, ALPHA));
        assertThat(estimate.lumpy()).isTrue();
        assertReason(QuantileTest.compare(estimate, estimate, ALPHA).test(), Reason.LUMPY_VALUES);
        List<double[]> users = Arrays.stream(prices)
                .mapToObj(price -> new double[] {price + 1})
                .toList();
        assertThat(found(binned(users, 50).quantile(0.5, ALPHA)).lumpy()).isTrue();
    }

    @Test
    void wrongArguments_areNamed() {
        OrderedValues values = OrderedValues.of(new double[] {1, 2});
        assertThatThrownBy(() -> values.quantile(1, ALPHA)).hasMessage("q: 1.0 (expected: above 0 and below 1)");
        assertThatThrownBy(() -> OrderedValues.of(new double[] {Double.NaN}))
                .hasMessage("value: NaN (expected: finite)");
        assertThatThrownBy(() -> new BinnedValues(new double[] {1, 1}, List.of()))
                .hasMessage("edge: 1.0 (expected: finite, rising)");
        assertThatThrownBy(() -> new BinnedValues(new double[] {1, 2}, List.of(new long[] {-1})))
                .hasMessage("count: -1 (expected: 0 or more)");
        assertThatThrownBy(() -> new BinnedValues(new double[] {1, 2}, List.of(new long[2])))
                .hasMessage("fold: 2 bins (expected: 1)");
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
