package io.touchstone.statistics.heterogeneity;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.ChiSquare;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether segments differ in their effect: Cochran 1954; I² of Higgins and Thompson 2002. See
 * {@code docs/statistics/heterogeneity.md}.
 */
public final class HeterogeneityTest {

    private HeterogeneityTest() {}

    /** The test; {@link Reason#SINGLE_SEGMENT} below two segments. */
    public static Result<Heterogeneity> of(List<SegmentEffect> effects, Alpha alpha) {
        if (effects.size() < 2) {
            return new NotEstimable<>(
                    Reason.SINGLE_SEGMENT, "Segments: " + effects.size() + " (at least 2 are needed).");
        }
        PooledEffect fixed = PooledEffect.of(effects, 0);
        double q = 0;
        for (SegmentEffect effect : effects) {
            double gap = (effect.effect() - fixed.mean()) / effect.standardError();
            q += gap * gap;
        }
        int df = effects.size() - 1;
        double between = Math.max(0, (q - df) / spreadWeight(effects, fixed));
        return new Estimated<>(new Heterogeneity(
                fixed.mean(),
                Math.sqrt(fixed.variance()),
                q,
                df,
                ChiSquare.p(q, df),
                q > df ? (q - df) / q : 0,
                between,
                signChange(effects, alpha),
                readings(effects, between)));
    }

    /** Σw − Σw²/Σw as Σ w·(other weights)/Σw: the difference would vanish where one segment outweighs all others. */
    private static double spreadWeight(List<SegmentEffect> effects, PooledEffect fixed) {
        double sum = 0;
        for (int i = 0; i < effects.size(); i++) {
            double others = 0;
            for (int j = 0; j < effects.size(); j++) {
                others += j == i ? 0 : 1 / effects.get(j).variance();
            }
            sum += others * (fixed.variance() / effects.get(i).variance());
        }
        return sum;
    }

    private static boolean signChange(List<SegmentEffect> effects, Alpha alpha) {
        double z = alpha.z();
        return effects.stream().anyMatch(effect -> effect.effect() > z * effect.standardError())
                && effects.stream().anyMatch(effect -> effect.effect() < -z * effect.standardError());
    }

    private static List<SegmentReading> readings(List<SegmentEffect> effects, double between) {
        double[] z = new double[effects.size()];
        List<Double> p = new ArrayList<>();
        List<Double> interactionP = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            SegmentEffect own = effects.get(i);
            List<SegmentEffect> others = new ArrayList<>(effects);
            others.remove(i);
            PooledEffect rest = PooledEffect.of(others, 0);
            z[i] = (own.effect() - rest.mean()) / Math.sqrt(own.variance() + rest.variance());
            p.add(Normal.twoSidedP(own.effect() / own.standardError()));
            interactionP.add(Normal.twoSidedP(z[i]));
        }
        double[] adjusted = adjusted(p);
        double[] interactionAdjusted = adjusted(interactionP);
        PooledEffect centre = PooledEffect.of(effects, between);
        List<SegmentReading> readings = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            SegmentEffect own = effects.get(i);
            double kept = between / (between + own.variance());
            double shrunk = centre.mean() + kept * (own.effect() - centre.mean());
            // The spread left around the centre, and the centre's own error.
            double variance = kept * own.variance() + (1 - kept) * (1 - kept) * centre.variance();
            readings.add(new SegmentReading(
                    own.segment(),
                    p.get(i),
                    adjusted[i],
                    z[i],
                    interactionP.get(i),
                    interactionAdjusted[i],
                    shrunk,
                    Math.sqrt(variance)));
        }
        return readings;
    }

    private static double[] adjusted(List<Double> p) {
        List<OptionalDouble> all = p.stream().map(OptionalDouble::of).toList();
        return AdjustedP.adjust(Correction.BENJAMINI_HOCHBERG, all).stream()
                .mapToDouble(OptionalDouble::orElseThrow)
                .toArray();
    }
}
