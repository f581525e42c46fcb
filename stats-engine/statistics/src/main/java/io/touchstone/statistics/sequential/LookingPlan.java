package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Result;
import java.util.List;

/** A plan that may be looked at while units come in; takes matured differences and nothing else. */
public sealed interface LookingPlan extends InferencePlan permits GroupSequentialPlan, AlwaysValidPlan {

    /**
     * The newest of the looks taken.
     *
     * @param looks all looks in their order, at least one; a day on which no further cohort matured is no look
     */
    LookOutcome look(List<MatureDifference> looks, Ending ending);

    /**
     * What a look says.
     *
     * @param crossed whether the test stops, or has stopped at an earlier look: a crossing is final
     * @param interval valid together with those of all other looks, or why there is none
     */
    record LookOutcome(boolean crossed, Result<Interval> interval) {}
}
