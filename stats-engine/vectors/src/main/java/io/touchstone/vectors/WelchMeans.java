package io.touchstone.vectors;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.WelchTest;

final class WelchMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Moments control = Arms.moments(vector, "c");
        Moments treatment = Arms.moments(vector, "t");
        Result<Comparison> result = WelchTest.compare(control, treatment, vector.alpha());
        return Answer.of(
                result,
                comparison -> Answer.of(comparison.test(), test -> normal(vector, control, treatment)
                        .put("diff", comparison.difference())
                        .put("se", test.standardError())
                        .put("df", test.degreesOfFreedom().orElseThrow())
                        .put("t", test.statistic())
                        .put("p_value", test.p())
                        .put("ci", test.interval())));
    }

    /** The same by the normal distribution; asked only where Welch's test has an answer. */
    private static Answer.Values normal(VectorCase vector, Moments control, Moments treatment) {
        PairEstimate pair = PairEstimate.independent(control.estimate(), treatment.estimate());
        Result<DifferenceTest> test =
                LargeSampleTest.compare(pair, vector.alpha()).test();
        return Answer.values().put("z_p_value", test, DifferenceTest::p).put("ci_z", test, DifferenceTest::interval);
    }
}
