package io.touchstone.vectors;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.FarringtonManning;
import io.touchstone.statistics.margin.Margin;
import io.touchstone.statistics.margin.NonInferiority;
import io.touchstone.statistics.margin.NonInferiorityTest;

final class NonInferiorities implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        double size = vector.parameter("margin");
        Margin margin = vector.word("margin_type", "absolute", "relative").equals("relative")
                ? new Margin.Relative(size)
                : new Margin.Absolute(size);
        Direction direction =
                vector.word("direction", "higher_is_better", "lower_is_better").equals("lower_is_better")
                        ? Direction.LOWER_IS_BETTER
                        : Direction.HIGHER_IS_BETTER;
        Alpha alpha = new Alpha(vector.parameter("alpha_one_sided", 0.025));
        return Answer.of(
                pair(vector),
                pair -> Answer.of(
                        NonInferiorityTest.of(pair, margin, direction, alpha),
                        test -> values(vector, margin, direction, test)));
    }

    private static Answer values(VectorCase vector, Margin margin, Direction direction, NonInferiority test) {
        Answer.Values values = Answer.values()
                .put("diff", test.difference())
                .put("se", test.standardError())
                .put("z", test.statistic())
                .put("p_value", test.p())
                .put("non_inferior", test.nonInferior());
        switch (margin) {
            case Margin.Absolute _ -> values.put("bound", test.bound());
            case Margin.Relative _ -> values.put("linear_contrast", test.contrast());
        }
        if (vector.inputs().has("x_c")) {
            values.put(
                    "p_value_fm",
                    FarringtonManning.p(proportion(vector, "c"), proportion(vector, "t"), margin, direction),
                    p -> p);
        }
        return values;
    }

    private static Result<PairEstimate> pair(VectorCase vector) {
        if (!vector.inputs().has("x_c")) {
            return Arms.pair(Arms.moments(vector.inputs(), "c"), Arms.moments(vector.inputs(), "t"));
        }
        Proportion control = proportion(vector, "c");
        Proportion treatment = proportion(vector, "t");
        return control.trials() == 0 || treatment.trials() == 0
                ? new NotEstimable<>(
                        Reason.EMPTY_ARM, "Units: " + control.trials() + " and " + treatment.trials() + ".")
                : new Estimated<>(PairEstimate.independent(control.estimate(), treatment.estimate()));
    }

    private static Proportion proportion(VectorCase vector, String arm) {
        return new Proportion(vector.count("x_" + arm), vector.count("n_" + arm));
    }
}
