package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.sequential.AlwaysValidPlan;
import io.touchstone.statistics.sequential.BoundarySource;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.GroupSequentialPlan;
import io.touchstone.statistics.sequential.LookingPlan;
import io.touchstone.statistics.sequential.NormalMixture;
import io.touchstone.statistics.sequential.RememberedBoundaries;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import java.util.List;
import java.util.stream.Stream;

/** Methods that look more than once, and the fixed plan for a list that enters at once. */
final class LookLines {
    private static final int DAYS = 28;
    private static final int UNITS_A_DAY = 400;
    private static final int UNITS = DAYS * UNITS_A_DAY;
    private static final List<Double> WEEKDAY_RATES = List.of(0.08, 0.08, 0.09, 0.1, 0.12, 0.15, 0.14);
    private static final GroupSequentialDesign DESIGN =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
    private static final BoundarySource BOUNDARIES = new RememberedBoundaries(4_096);

    private static final String GROUP = "group-sequential, Lan-DeMets O'Brien-Fleming, matured cohorts";

    private LookLines() {}

    static List<Regime> all() {
        return Stream.of(
                        groupSequential(),
                        uneven(),
                        weekly(),
                        fixed(),
                        alwaysValid(),
                        sampleRatio(),
                        killRule(),
                        family())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Regime> groupSequential() {
        Entry faster = Entry.unsteady(DAYS, UNITS_A_DAY * 13 / 10, 1);
        Entry slower = Entry.unsteady(DAYS, UNITS_A_DAY * 8 / 10, 2);
        return Stream.of(
                        both("28 daily looks, flat entry", Entry.flat(DAYS, UNITS_A_DAY), UNITS),
                        both("28 daily looks, 60 % enter in three days", Entry.frontLoaded(DAYS, UNITS), UNITS),
                        both("everybody enters on one day: one look", Entry.oneDay(UNITS), UNITS),
                        both("unsteady entry, faster than planned: looks overrun the plan", faster, UNITS),
                        both("unsteady entry, slower than planned: the last look has too few", slower, UNITS))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Regime> both(String setting, Entry entry, long planned) {
        LookingPlan plan = group(planned);
        return List.of(
                wide(GROUP, "conversion", setting, new LookingRegime<>(plan, entry, new ConversionOutcomes(0.1, 0.17))),
                wide(GROUP, "sum", setting, new LookingRegime<>(plan, entry, new SpendOutcomes(0.2, 0.18))));
    }

    /** Arms so uneven that the guards of the product have something to correct. */
    private static List<Regime> uneven() {
        Entry most = Entry.flat(DAYS, UNITS_A_DAY).withTreatmentShare(0.9);
        Entry few = Entry.flat(DAYS, UNITS_A_DAY).withTreatmentShare(0.05);
        Entry many = Entry.flat(DAYS, 2 * UNITS_A_DAY).withTreatmentShare(0.9);
        return List.of(
                wide(
                        GROUP,
                        "conversion",
                        "28 daily looks, flat entry, 5 %, 1,120 control and 10,080 treatment units",
                        new LookingRegime<>(group(most.units()), most, new ConversionOutcomes(0.05, 0.45))),
                wide(
                        GROUP,
                        "conversion",
                        "28 daily looks, flat entry, 2 %, 10,640 control and 560 treatment units: a ramp",
                        new LookingRegime<>(group(few.units()), few, new ConversionOutcomes(0.02, 0.9))),
                wide(
                        GROUP,
                        "sum",
                        "28 daily looks, flat entry, 20 % buyers, 2,240 control and 20,160 treatment units",
                        new LookingRegime<>(group(many.units()), many, new SpendOutcomes(0.2, 0.22))));
    }

    private static LookingPlan group(long planned) {
        return new GroupSequentialPlan(DESIGN, planned, BOUNDARIES);
    }

    private static List<Regime> weekly() {
        Entry entry = Entry.weekly(DAYS / 7, UNITS_A_DAY);
        return List.of(wide(
                GROUP,
                "conversion",
                "weekly cycle of entry and rate, better only after whole weeks, worse at any look",
                new LookingRegime<>(
                        group(entry.units()),
                        entry,
                        new ConversionOutcomes(WEEKDAY_RATES, 0.17),
                        LookingRegime.Efficacy.WHOLE_WEEKS)));
    }

    private static List<Regime> fixed() {
        String method = "fixed plan, read once";
        String setting = "a list of 11,200 that enters on one day, window of 7 days";
        Entry entry = Entry.oneDay(UNITS);
        return List.of(
                new Regime(method, "conversion", setting, new FixedRegime<>(entry, new ConversionOutcomes(0.1, 0.17))),
                new Regime(method, "sum", setting, new FixedRegime<>(entry, new SpendOutcomes(0.2, 0.18))));
    }

    private static List<Regime> alwaysValid() {
        LookingPlan plan =
                new AlwaysValidPlan(NormalMixture.tunedExactly(UNITS, Alpha.FIVE_PERCENT), Alpha.FIVE_PERCENT);
        Entry entry = Entry.flat(DAYS, UNITS_A_DAY);
        String method = "always valid, normal mixture, matured cohorts";
        String setting = "28 daily looks, flat entry, tuned at 11,200 units";
        return List.of(
                wide(method, "conversion", setting, new LookingRegime<>(plan, entry, new ConversionOutcomes(0.1, 0.2))),
                wide(method, "sum", setting, new LookingRegime<>(plan, entry, new SpendOutcomes(0.2, 0.22))),
                wide(
                        method,
                        "conversion",
                        "28 daily looks, flat entry, 5 %, 1,120 control and 10,080 treatment units",
                        new LookingRegime<>(plan, entry.withTreatmentShare(0.9), new ConversionOutcomes(0.05, 0.55))));
    }

    private static List<Regime> sampleRatio() {
        // All checks before the results share 1 % of false blocks, so one of them may at most use all of it.
        double budget = 0.01;
        String method = "sequential sample ratio, Dirichlet mixture";
        return List.of(
                alarm(
                        method,
                        "units",
                        budget,
                        "50/50, 5,000 units a day, 28 daily looks; broken: 49.3/50.7",
                        new SampleRatioRegime(budget, 0.5, 0.493, DAYS, 5_000, new Binomials())),
                alarm(
                        method,
                        "units",
                        budget,
                        "90/10, 5,000 units a day, 28 daily looks; broken: 90.4/9.6",
                        new SampleRatioRegime(budget, 0.9, 0.904, DAYS, 5_000, new Binomials())));
    }

    private static List<Regime> killRule() {
        return List.of(
                kill("1 % ramp; harm: × 5", 5, 0, new KillRuleRegime.Epoch(0.01, 200)),
                kill("5 % ramp; harm: × 3", 3, 0, new KillRuleRegime.Epoch(0.05, 200)),
                kill("10 % ramp; harm: × 2", 2, 0, new KillRuleRegime.Epoch(0.1, 200)),
                kill(
                        "ramp that widens from 1 to 10 % half way, harm 20 looks after exposure; harm: × 2.5",
                        2.5, 20, new KillRuleRegime.Epoch(0.01, 100), new KillRuleRegime.Epoch(0.1, 100)),
                kill(
                        "ramp that narrows from 20 to 2 % half way, harm 20 looks after exposure; harm: × 2",
                        2, 20, new KillRuleRegime.Epoch(0.2, 100), new KillRuleRegime.Epoch(0.02, 100)));
    }

    private static Regime kill(String setting, double harm, double delay, KillRuleRegime.Epoch... epochs) {
        double level = 0.01;
        return alarm(
                "kill rule, e-process on first harmful events",
                "rare harm",
                level,
                "base 0.1 %, 200,000 units, 200 looks, " + setting,
                new KillRuleRegime(level, 0.001, harm, delay, List.of(epochs)));
    }

    private static List<Regime> family() {
        String method = "graph of Holm over two success metrics, group-sequential";
        return List.of(
                alarm(
                        method,
                        "conversion",
                        0.05,
                        "28 daily looks, correlated metrics, the treatment does nothing",
                        family(FamilyRegime.Works.NEITHER)),
                alarm(
                        method,
                        "conversion",
                        0.05,
                        "28 daily looks, correlated metrics, the treatment works in the other metric",
                        family(FamilyRegime.Works.FIRST)));
    }

    private static FamilyRegime family(FamilyRegime.Works works) {
        return new FamilyRegime(
                Entry.flat(DAYS, UNITS_A_DAY),
                new FamilyRegime.Metric(0.1, 0.2),
                new FamilyRegime.Metric(0.2, 0.12),
                works,
                BOUNDARIES,
                new Binomials());
    }

    private static Regime wide(String method, String kind, String setting, Regime.Experiment experiment) {
        return new Regime(method, kind, setting, Claim.WIDE_INTERVAL, experiment);
    }

    private static Regime alarm(
            String method, String kind, double level, String setting, Regime.Experiment experiment) {
        return new Regime(method, kind, setting, Claim.alarm(level), experiment);
    }
}
