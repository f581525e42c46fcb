package io.touchstone.statistics.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NewcombeInterval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SampleRatio;
import io.touchstone.statistics.SampleRatioTest;
import io.touchstone.statistics.TwoProportionTest;
import io.touchstone.statistics.WelchTest;
import io.touchstone.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the reference vectors of this package's methods, at the tolerance stated in the file. */
class ReferenceVectorTest {

    /**
     * Intervals whose stated value rests on a Student quantile right to 4e-9 only (an inversion that stops early), more
     * than the file's own tolerance. The values here use the quantile of mpmath with 30 digits.
     */
    private static final Map<String, List<Double>> EXACT_INTERVALS = Map.of(
            "welch_t/s03-n2-each", List.of(-3.9185228300710693, 9.9185228300710693),
            "welch_t/s05-zero-variance-one-arm", List.of(-0.053936721882506127, 1.0539367218825061));

    @TestFactory
    Stream<DynamicTest> twoProportions_referenceCase_agrees() {
        return cases("two-proportion", ReferenceVectorTest::checkTwoProportions);
    }

    @TestFactory
    Stream<DynamicTest> welch_referenceCase_agrees() {
        return cases("welch-t", ReferenceVectorTest::checkWelch);
    }

    @TestFactory
    Stream<DynamicTest> relativeLift_referenceCase_agrees() {
        return cases("relative-lift", ReferenceVectorTest::checkLift);
    }

    @TestFactory
    Stream<DynamicTest> sampleRatio_referenceCase_agrees() {
        return cases("srm", ReferenceVectorTest::checkSampleRatio);
    }

    @TestFactory
    Stream<DynamicTest> moments_referenceCase_agrees() {
        return cases("moments", ReferenceVectorTest::checkMoments);
    }

    private static Stream<DynamicTest> cases(String file, Consumer<VectorCase> check) {
        return VectorCase.of(file).stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> check.accept(each)));
    }

    private static void checkTwoProportions(VectorCase each) {
        if (each.count("x_c") > each.count("n_c")) {
            assertThatThrownBy(() -> new Proportion(each.count("x_c"), each.count("n_c")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("successes: 11 (expected: 0..10)");
            return;
        }
        Proportion control = new Proportion(each.count("x_c"), each.count("n_c"));
        Proportion treatment = new Proportion(each.count("x_t"), each.count("n_t"));
        Alpha alpha = alpha(each);
        Result<Comparison> result = TwoProportionTest.compare(control, treatment, alpha);
        if (!each.expectsResult()) {
            assertThat(result).isInstanceOf(NotEstimable.class);
            return;
        }
        Comparison comparison = result.found().orElseThrow();
        Map<String, List<Double>> actual = new TreeMap<>();
        actual.put("p_c", List.of(control.rate().orElseThrow()));
        actual.put("p_t", List.of(treatment.rate().orElseThrow()));
        actual.put("diff", List.of(comparison.difference()));
        List<DifferenceTest> test = comparison.test().found().stream().toList();
        test.forEach(found -> actual.put("se_unpooled", List.of(found.standardError())));
        actual.put("z_unpooled", test.stream().map(DifferenceTest::statistic).toList());
        actual.put("p_value_unpooled", test.stream().map(DifferenceTest::p).toList());
        actual.put("ci_wald", ends(comparison.test().map(DifferenceTest::interval)));
        actual.put("wilson_c", ends(WilsonInterval.of(control, alpha)));
        actual.put("wilson_t", ends(WilsonInterval.of(treatment, alpha)));
        actual.put("newcombe", ends(NewcombeInterval.of(control, treatment, alpha)));
        actual.put("lift", liftOf(FiellerInterval.of(control.estimate(), treatment.estimate(), alpha)));
        each.check(actual);
    }

    private static void checkWelch(VectorCase each) {
        Result<Comparison> result = WelchTest.compare(moments(each, "c"), moments(each, "t"), alpha(each));
        Comparison comparison = result.found().orElseThrow();
        if (!each.expectsResult()) {
            assertThat(comparison.test()).isInstanceOf(NotEstimable.class);
            assertThat(((NotEstimable<?>) comparison.test()).reason().code())
                    .isEqualTo(each.expected().get("reason").asText());
            return;
        }
        DifferenceTest test = comparison.test().found().orElseThrow();
        List<Double> interval = ends(comparison.test().map(DifferenceTest::interval));
        if (EXACT_INTERVALS.containsKey(each.id())) {
            List<Double> exact = EXACT_INTERVALS.get(each.id());
            assertThat(interval.getFirst()).isCloseTo(exact.getFirst(), within(1e-13));
            assertThat(interval.getLast()).isCloseTo(exact.getLast(), within(1e-13));
        } else {
            each.check(Map.of("ci", interval));
        }
        each.check(Map.of(
                "diff", List.of(comparison.difference()),
                "se", List.of(test.standardError()),
                "df", List.of(test.degreesOfFreedom().orElseThrow()),
                "t", List.of(test.statistic()),
                "p_value", List.of(test.p())));
    }

    private static void checkLift(VectorCase each) {
        MeanEstimate control = estimate(each, "c");
        Result<Lift> result = FiellerInterval.of(control, estimate(each, "t"), alpha(each));
        if (!each.expectsResult()) {
            assertThat(((NotEstimable<?>) result).reason().code())
                    .isEqualTo(each.expected().get("reason").asText());
            return;
        }
        Lift lift = result.found().orElseThrow();
        each.check(Map.of(
                "lift", List.of(lift.estimate()), "fieller_g", List.of(lift.g()), "ci_fieller", fiellerEnds(lift)));
        if (lift.set() instanceof Estimated<FiellerSet>(FiellerSet set)) {
            assertThat(type(set)).isEqualTo(each.expected().get("fieller_type").asText());
        }
        assertThat(lift.controlNegative()).isEqualTo(each.expected().has("warning"));
    }

    private static void checkSampleRatio(VectorCase each) {
        List<Long> observed = new ArrayList<>();
        each.inputs().get("observed").forEach(count -> observed.add(count.asLong()));
        List<Double> weights = new ArrayList<>();
        each.parameters().get("weights").forEach(weight -> weights.add(weight.asDouble()));
        Result<SampleRatio> result = SampleRatioTest.test(observed, weights);
        if (!each.expectsResult()) {
            assertThat(result).isInstanceOf(NotEstimable.class);
            return;
        }
        SampleRatio ratio = result.found().orElseThrow();
        JsonNode expected = each.expected();
        each.check(Map.of(
                "expected_counts", ratio.expected(),
                "chi2", List.of(ratio.statistic()),
                "df", List.of((double) ratio.degreesOfFreedom()),
                "p_value", List.of(ratio.p())));
        assertThat(ratio.p() < each.parameters().get("threshold").asDouble())
                .isEqualTo(expected.get("srm").asBoolean());
        assertThat(ratio.smallCounts()).isEqualTo(expected.has("warning"));
    }

    private static void checkMoments(VectorCase each) {
        Moments whole = fold(each.inputs().get("raw"));
        each.check(numbers(whole));
        if (each.inputs().has("parts")) {
            Moments merged = Moments.NONE;
            for (JsonNode part : each.inputs().get("parts")) {
                merged = merged.plus(fold(part));
            }
            each.check(numbers(merged));
        }
    }

    private static Moments fold(JsonNode values) {
        Moments moments = Moments.NONE;
        for (JsonNode value : values) {
            moments = moments.plus(Moments.of(value.asDouble()));
        }
        return moments;
    }

    private static Map<String, List<Double>> numbers(Moments moments) {
        return Map.of(
                "n", List.of((double) moments.n()),
                "mean", List.of(moments.mean()),
                "variance", moments.variance().stream().boxed().toList());
    }

    private static Moments moments(VectorCase each, String arm) {
        return Moments.ofVariance(each.count("n_" + arm), each.input("mean_" + arm), each.input("variance_" + arm));
    }

    private static MeanEstimate estimate(VectorCase each, String arm) {
        return moments(each, arm).estimate();
    }

    private static Alpha alpha(VectorCase each) {
        return new Alpha(each.parameters().get("alpha").asDouble());
    }

    private static List<Double> ends(Result<Interval> interval) {
        return interval.found().map(found -> List.of(found.low(), found.high())).orElse(List.of());
    }

    private static List<Double> liftOf(Result<Lift> lift) {
        return lift.found().map(Lift::estimate).stream().toList();
    }

    private static List<Double> fiellerEnds(Lift lift) {
        return switch (lift.set()) {
            case NotEstimable<FiellerSet> _ -> List.of();
            case Estimated<FiellerSet>(FiellerSet.Bounded(Interval interval)) ->
                List.of(interval.low(), interval.high());
            case Estimated<FiellerSet>(FiellerSet.OutsideOf(Interval gap)) -> List.of(gap.low(), gap.high());
            case Estimated<FiellerSet>(FiellerSet.WholeLine()) -> List.of();
        };
    }

    private static String type(FiellerSet set) {
        return switch (set) {
            case FiellerSet.Bounded _ -> "bounded";
            case FiellerSet.OutsideOf _ -> "exclusive";
            case FiellerSet.WholeLine _ -> "whole_line";
        };
    }
}
