package io.touchstone.vectors;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Lift;

final class RelativeLifts implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        return Answer.of(
                FiellerInterval.of(
                        Arms.moments(vector, "c").estimate(),
                        Arms.moments(vector, "t").estimate(),
                        vector.alpha()),
                RelativeLifts::values);
    }

    private static Answer values(Lift lift) {
        Answer.Values values = Answer.values().put("lift", lift.estimate()).put("fieller_g", lift.g());
        if (lift.set() instanceof Estimated<FiellerSet>(FiellerSet set)) {
            switch (set) {
                case FiellerSet.Bounded bounded ->
                    values.put("fieller_type", "bounded").put("ci_fieller", bounded.interval());
                case FiellerSet.OutsideOf outside ->
                    values.put("fieller_type", "exclusive").put("ci_fieller", outside.gap());
                case FiellerSet.WholeLine _ ->
                    values.put("fieller_type", "whole_line").absent("ci_fieller");
            }
        }
        return lift.controlNegative() ? values.warning("the control mean is negative") : values;
    }
}
