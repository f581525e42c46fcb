package io.touchstone.vectors;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.WelchTest;

final class WelchMeans implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Result<Comparison> result =
                WelchTest.compare(Arms.moments(vector, "c"), Arms.moments(vector, "t"), vector.alpha());
        return Answer.of(
                result,
                comparison -> Answer.of(comparison.test(), test -> Answer.values()
                        .put("diff", comparison.difference())
                        .put("se", test.standardError())
                        .put("df", test.degreesOfFreedom().orElseThrow())
                        .put("t", test.statistic())
                        .put("p_value", test.p())
                        .put("ci", test.interval())));
    }
}
