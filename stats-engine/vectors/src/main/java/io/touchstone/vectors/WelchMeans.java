package io.touchstone.vectors;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.OneSidedTest;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.WelchTest;
import java.util.Optional;

final class WelchMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Moments control = Arms.moments(vector.inputs(), "c");
        Moments treatment = Arms.moments(vector.inputs(), "t");
        return Answer.of(
                WelchTest.compare(control, treatment, vector.alpha()),
                comparison -> Answer.of(
                        Arms.pair(control, treatment),
                        pair -> values(
                                vector,
                                comparison,
                                LargeSampleTest.compare(pair, vector.alpha()).test())));
    }

    private static Answer values(VectorCase vector, Comparison comparison, Result<DifferenceTest> normal) {
        Result<DifferenceTest> test = comparison.test();
        Answer.Values values = Answer.values()
                .put("diff", comparison.difference())
                .put("se", test, DifferenceTest::standardError)
                .put("df", test, one -> one.degreesOfFreedom().orElseThrow())
                .put("t", test, DifferenceTest::statistic);
        Optional<Side> side = vector.side();
        if (side.isPresent()) {
            return values.put("p_value", test, one -> oneSided(vector, comparison, one, side.get()))
                    .put("z_p_value", normal, one -> oneSided(vector, comparison, one, side.get()));
        }
        return values.put("p_value", test, DifferenceTest::p)
                .put("ci", test, DifferenceTest::interval)
                .put("z_p_value", normal, DifferenceTest::p)
                .put("ci_z", normal, DifferenceTest::interval);
    }

    private static double oneSided(VectorCase vector, Comparison comparison, DifferenceTest test, Side side) {
        return OneSidedTest.of(comparison.difference(), test, side, vector.alpha())
                .p();
    }
}
