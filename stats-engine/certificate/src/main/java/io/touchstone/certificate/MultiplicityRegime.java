package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import io.touchstone.statistics.rate.GuardedRatesTest;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Two treatments against one control in two success metrics that go together: who converts spends more. Four comparisons, one
 * family; a false alarm is any comparison called different that is not.
 *
 * @param weights of the four comparisons for weighted Bonferroni, treatment by treatment, conversion before spend; none for Holm
 * @param always what the first treatment adds to the conversion rate in every experiment: with it three of the four comparisons are
 *     true nulls, which is where a step-down procedure could err
 * @param lift what it adds where it works
 * @param units of each arm
 */
record MultiplicityRegime(List<Double> weights, double always, double lift, int units) implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final double BASE = 0.3;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double first = always + (effect ? lift : 0);
        Arm control = Arm.of(random, units, BASE);
        List<OptionalDouble> p = new ArrayList<>();
        for (double more : new double[] {first, 0}) {
            Arm treatment = Arm.of(random, units, BASE + more);
            p.add(p(GuardedRatesTest.compare(control.conversion, treatment.conversion, ALPHA)
                    .map(guarded -> guarded.comparison().test())));
            p.add(p(GuardedMeansTest.compare(control.spend, treatment.spend, ALPHA)
                    .map(guarded -> guarded.comparison().test())));
        }
        List<OptionalDouble> adjusted =
                weights.isEmpty() ? AdjustedP.adjust(Correction.HOLM, p) : AdjustedP.weightedBonferroni(p, weights);
        boolean raised = false;
        for (int i = first == 0 ? 0 : 1; i < adjusted.size(); i++) {
            raised |= rejected(adjusted.get(i));
        }
        return new Regime.Outcome(raised ? Verdict.ABOVE : Verdict.COVERS, rejected(adjusted.getFirst()));
    }

    private static boolean rejected(OptionalDouble adjusted) {
        return adjusted.isPresent() && adjusted.getAsDouble() <= ALPHA.value();
    }

    private static OptionalDouble p(Result<Result<DifferenceTest>> compared) {
        return compared.found()
                .flatMap(Result::found)
                .map(test -> OptionalDouble.of(test.p()))
                .orElse(OptionalDouble.empty());
    }

    /** Spend has a mean that does not depend on the rate, so that the effect is on the conversion alone. */
    private record Arm(Proportion conversion, SkewMoments spend) {
        static Arm of(SplittableRandom random, int units, double rate) {
            int converted = 0;
            SkewMoments spend = SkewMoments.NONE;
            for (int i = 0; i < units; i++) {
                boolean converts = random.nextDouble() < rate;
                converted += converts ? 1 : 0;
                double expected = converts ? 1 - rate : -rate;
                spend = spend.plus(SkewMoments.of(expected + 0.5 * random.nextGaussian()));
            }
            return new Arm(new Proportion(converted, units), spend);
        }
    }
}
