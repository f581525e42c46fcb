package io.touchstone.vectors;

import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.lift.DeltaLift;

final class RelativeLifts implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        return Answer.of(
                Arms.pair(Arms.moments(vector.inputs(), "c"), Arms.moments(vector.inputs(), "t")),
                pair -> Answer.of(
                        FiellerInterval.of(pair, vector.alpha()),
                        lift -> Answer.of(DeltaLift.of(pair, vector.alpha()), delta -> values(lift, delta))));
    }

    private static Answer values(Lift lift, DeltaLift delta) {
        Answer.Values values = Answer.values()
                .put("lift", lift.estimate())
                .put("fieller_g", lift.g())
                .put("se_delta", Math.sqrt(delta.variance()))
                .put("z_delta", delta.test(), DifferenceTest::statistic)
                .put("p_value_delta", delta.test(), DifferenceTest::p)
                .put("ci_delta", delta.test(), DifferenceTest::interval);
        if (lift.set() instanceof Estimated<FiellerSet>(FiellerSet set)) {
            switch (set) {
                case FiellerSet.Bounded bounded ->
                    values.put("fieller_type", "bounded").put("ci_fieller", bounded.interval());
                case FiellerSet.OutsideOf outside ->
                    values.put("fieller_type", "exclusive").put("ci_fieller", outside.gap());
                case FiellerSet.WholeLine _ ->
                    values.put("fieller_type", "whole_line").absent("ci_fieller");
            }
        } else {
            values.absent("ci_fieller");
            if (lift.g() < 1) {
                values.put("fieller_type", "bounded");
            }
        }
        return lift.controlNegative() ? values.warning("the control mean is negative") : values;
    }
}
