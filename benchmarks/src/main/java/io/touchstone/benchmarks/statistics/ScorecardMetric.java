package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.GuardedNonInferiority;
import io.touchstone.statistics.margin.Margin;
import io.touchstone.statistics.sequential.LookSchedule;
import java.util.List;

/**
 * One line of the scorecard.
 *
 * @param name as in a shop
 * @param role in the decision
 * @param question kind and statistics
 * @param schedules 28 looks for each treatment by the matured units of this metric: taken up to now, planned from then on
 * @param units matured of both arms at the newest look, for each treatment
 */
record ScorecardMetric(String name, Role role, Question question, List<LookSchedule> schedules, List<Long> units) {

    private static final Alpha ONE_SIDED = new Alpha(0.025);

    ScorecardMetric {
        schedules = List.copyOf(schedules);
        units = List.copyOf(units);
    }

    /** Whether the treatment is harmless: 0.1 percentage points of a rate, 2 % of a mean. */
    Result<GuardedNonInferiority> harmless(int treatment) {
        return switch (question) {
            case Question.Rate(var arms) ->
                GuardedNonInferiority.of(
                        arms.control(),
                        arms.treatments().get(treatment),
                        new Margin.Absolute(0.001),
                        Direction.LOWER_IS_BETTER,
                        ONE_SIDED);
            case Question.Mean(var arms) ->
                GuardedNonInferiority.of(
                        arms.control(),
                        arms.treatments().get(treatment),
                        new Margin.Relative(0.02),
                        Direction.HIGHER_IS_BETTER,
                        ONE_SIDED);
            case Question.Adjusted _,
                    Question.Ratio _,
                    Question.Quantile _,
                    Question.TimeToEvent _,
                    Question.Return _,
                    Question.Clustered _ ->
                new NotEstimable<>(Reason.TOO_FEW_UNITS, "No margin was declared for " + name + ".");
        };
    }
}
