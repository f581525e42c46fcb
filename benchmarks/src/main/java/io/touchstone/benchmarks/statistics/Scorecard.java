package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.margin.GuardedNonInferiority;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import io.touchstone.statistics.sequential.Boundary;
import io.touchstone.statistics.sequential.ConditionalPower;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.HarmBound;
import io.touchstone.statistics.sequential.KillRule;
import io.touchstone.statistics.sequential.MatureCohorts;
import io.touchstone.statistics.sequential.MatureDifference;
import io.touchstone.statistics.sequential.MetricWindow;
import io.touchstone.statistics.sequential.RepeatedInterval;
import io.touchstone.statistics.sequential.SequentialSampleRatio;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All numbers of one day's scorecard.
 *
 * @param lines one for each metric and treatment
 * @param adjusted Holm's p over success metrics and treatments, in the order of the lines
 * @param sampleRatio at every look taken
 * @param harms one for each treatment
 */
record Scorecard(
        List<Line> lines,
        List<OptionalDouble> adjusted,
        List<SequentialSampleRatio.Reading> sampleRatio,
        List<Harm> harms) {

    static final GroupSequentialDesign DESIGN =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);

    private static final MetricWindow.Finite WINDOW = new MetricWindow.Finite(0, 1);
    private static final double HARM_ALPHA = 0.01;

    /**
     * One metric, one treatment.
     *
     * @param lift relative change, where the kind has one
     * @param beside further numbers of the kind
     * @param sequential of the newest look
     * @param harmless for guardrails
     */
    record Line(
            String metric,
            int treatment,
            Result<Comparison> comparison,
            List<Result<Lift>> lift,
            List<Result<?>> beside,
            Result<Sequential> sequential,
            Optional<Result<GuardedNonInferiority>> harmless) {}

    /**
     * What the newest look says.
     *
     * @param crossed whether it stops the test
     * @param interval valid over all looks
     * @param power under the trend, of success metrics
     */
    record Sequential(boolean crossed, Result<Interval> interval, OptionalDouble power) {}

    /**
     * The rare harm of one treatment.
     *
     * @param killed whether the kill rule stops it
     * @param bound the worst rate ratio still possible
     */
    record Harm(boolean killed, Result<Double> bound) {}

    /** Computes everything; boundaries come from {@code source}. */
    static Scorecard of(ScorecardInput input, DayBoundaries source) {
        List<Line> lines = new ArrayList<>();
        List<OptionalDouble> family = new ArrayList<>();
        for (ScorecardMetric metric : input.metrics()) {
            for (int treatment = 0; treatment < ScorecardInput.TREATMENTS; treatment++) {
                Line line = line(metric, treatment, source);
                lines.add(line);
                if (metric.role() == Role.SUCCESS) {
                    family.add(p(line.comparison()));
                }
            }
        }
        return new Scorecard(lines, AdjustedP.adjust(Correction.HOLM, family), sampleRatio(input), harms(input));
    }

    private static Line line(ScorecardMetric metric, int treatment, DayBoundaries source) {
        Question question = metric.question();
        Result<Comparison> comparison = question.compare(treatment, Alpha.FIVE_PERCENT);
        List<Boundary> boundaries = source.boundaries(metric, treatment);
        Result<Sequential> sequential = matured(metric, treatment, comparison)
                .map(difference -> sequential(metric.role(), difference, boundaries));
        return new Line(
                metric.name(),
                treatment,
                comparison,
                question.lift(treatment, Alpha.FIVE_PERCENT),
                question.beside(treatment, Alpha.FIVE_PERCENT),
                sequential,
                metric.role() == Role.GUARDRAIL ? Optional.of(metric.harmless(treatment)) : Optional.empty());
    }

    /** The cells were merged beforehand, so they count as one day's cohort; what is shown at 5 % is not computed again. */
    private static Result<MatureDifference> matured(ScorecardMetric metric, int treatment, Result<Comparison> shown) {
        var day = new MatureCohorts.Cohort<>(0, metric.units().get(treatment), metric.question());
        return MatureCohorts.of(WINDOW, 1, List.of(day))
                .compare((questions, alpha) -> alpha.equals(Alpha.FIVE_PERCENT)
                        ? shown
                        : questions.getFirst().compare(treatment, alpha));
    }

    private static Sequential sequential(Role role, MatureDifference difference, List<Boundary> boundaries) {
        Boundary now = boundaries.get(ScorecardInput.TAKEN - 1);
        boolean crossed = now.crossedBy(difference.z(), Sides.TWO);
        OptionalDouble power = role == Role.SUCCESS && !crossed
                ? OptionalDouble.of(
                        ConditionalPower.underTrend(DESIGN, boundaries, ScorecardInput.TAKEN, difference.z()))
                : OptionalDouble.empty();
        return new Sequential(crossed, RepeatedInterval.of(difference, now), power);
    }

    private static OptionalDouble p(Result<Comparison> comparison) {
        return comparison instanceof Estimated<Comparison>(Comparison found)
                        && found.test() instanceof Estimated<DifferenceTest>(DifferenceTest test)
                ? OptionalDouble.of(test.p())
                : OptionalDouble.empty();
    }

    private static List<SequentialSampleRatio.Reading> sampleRatio(ScorecardInput input) {
        return SequentialSampleRatio.of(ScorecardInput.WEIGHTS, SequentialSampleRatio.DEFAULT_CONCENTRATION)
                .looks(input.exposed());
    }

    private static List<Harm> harms(ScorecardInput input) {
        KillRule rule = new KillRule(HARM_ALPHA, 0.2);
        return input.harms().stream()
                .map(epochs -> new Harm(rule.stops(epochs), HarmBound.of(epochs, HARM_ALPHA)))
                .toList();
    }
}
