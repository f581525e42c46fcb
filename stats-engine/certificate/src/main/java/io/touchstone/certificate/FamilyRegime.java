package io.touchstone.certificate;

import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.sequential.AlphaGraph;
import io.touchstone.statistics.sequential.BoundarySource;
import io.touchstone.statistics.sequential.Ending;
import io.touchstone.statistics.sequential.GraphicalTest;
import io.touchstone.statistics.sequential.LookSchedule;
import io.touchstone.statistics.sequential.MatureCohorts;
import io.touchstone.statistics.sequential.MatureDifference;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Two success conversions of the same units, half of those with the first also having the second, looked at daily by Holm's
 * graph.
 *
 * @param entry of the units
 * @param first rate of the first metric, and its relative lift
 * @param second rate of the second
 * @param works in which of them the treatment does something where there is no false success to be had
 * @param source of the boundaries
 * @param binomials of the days
 */
record FamilyRegime(Entry entry, Metric first, Metric second, Works works, BoundarySource source, Binomials binomials)
        implements Regime.Experiment {
    private static final double ALPHA = 0.05;
    private static final double BOTH = 0.5;
    private static final ConversionOutcomes RATES = new ConversionOutcomes(0.5, 0);

    /** A rate of the control, and what the treatment does to it. */
    record Metric(double rate, double lift) {
        double rate(boolean lifted) {
            return lifted ? rate * (1 + lift) : rate;
        }
    }

    /** What is true without an effect. */
    enum Works {
        /** Nothing: any success is false. */
        NEITHER,
        /** The first metric: a success of the second is false. */
        FIRST
    }

    /** Both metrics of one cohort day. */
    private record Cohort(ConversionOutcomes.Cohort first, ConversionOutcomes.Cohort second) {}

    private record Arm(Proportion first, Proportion second) {}

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        List<MatureCohorts.Cohort<Cohort>> cohorts = new ArrayList<>();
        for (int day = 0; day < entry.days().size(); day++) {
            Entry.Day entrants = entry.days().get(day);
            Arm control = arm(random, entrants.control(), first.rate(), second.rate());
            Arm treatment =
                    arm(random, entrants.treatment(), first.rate(effect || works == Works.FIRST), second.rate(effect));
            cohorts.add(new MatureCohorts.Cohort<>(
                    day,
                    entrants.units(),
                    new Cohort(
                            new ConversionOutcomes.Cohort(control.first(), treatment.first()),
                            new ConversionOutcomes.Cohort(control.second(), treatment.second()))));
        }
        AlphaGraph graph = looks(cohorts);
        boolean success = works == Works.NEITHER
                ? graph.rejected().contains(true)
                : graph.rejected().get(1);
        return Regime.alarm(success);
    }

    private AlphaGraph looks(List<MatureCohorts.Cohort<Cohort>> cohorts) {
        AlphaGraph graph = AlphaGraph.holm(2);
        List<Double> units = new ArrayList<>();
        int last = entry.days().size() - 1 + LookingRegime.WEEK.lengthDays();
        for (int day = LookingRegime.WEEK.lengthDays();
                day <= last && graph.rejected().contains(false);
                day++) {
            MatureCohorts<Cohort> mature = MatureCohorts.of(LookingRegime.WEEK, day, cohorts);
            MatureDifference one = difference(mature, Cohort::first);
            MatureDifference two = difference(mature, Cohort::second);
            units.add((double) one.units());
            LookSchedule schedule =
                    LookSchedule.observed(entry.units(), units, day == last ? Ending.FINAL : Ending.ONGOING);
            Spending spending = new Spending.OBrienFleming();
            graph = GraphicalTest.look(
                    ALPHA,
                    Sides.TWO,
                    graph,
                    List.of(
                            new GraphicalTest.Hypothesis(spending, schedule, one),
                            new GraphicalTest.Hypothesis(spending, schedule, two)),
                    source);
        }
        return graph;
    }

    private static MatureDifference difference(
            MatureCohorts<Cohort> mature, Function<Cohort, ConversionOutcomes.Cohort> metric) {
        Result<MatureDifference> compared = mature.compare(
                (cohorts, alpha) -> RATES.compare(cohorts.stream().map(metric).toList(), alpha));
        return compared.found()
                .orElseThrow(() -> new IllegalStateException("difference: none (expected: rates that have a test)"));
    }

    /** The second metric keeps its rate whatever happens to the first. */
    private Arm arm(SplittableRandom random, int units, double rate, double other) {
        int having = binomials.draw(random, rate, units);
        double rest = (other - rate * BOTH) / (1 - rate);
        int second = binomials.draw(random, BOTH, having) + binomials.draw(random, rest, units - having);
        return new Arm(new Proportion(having, units), new Proportion(second, units));
    }
}
