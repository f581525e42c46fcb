package io.touchstone.statistics.interaction;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedContrastTest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether two tests change each other's effect. The two scales are different questions: effects that add up do not multiply. See
 * {@code docs/statistics/interaction.md}.
 */
public final class InteractionTest {

    private InteractionTest() {}

    /** (both − second) − (first − neither), variance the sum of the four; normal distribution. */
    public static Comparison additive(FourCells cells, Alpha alpha) {
        double difference = (cells.both().mean() - cells.second().mean())
                - (cells.first().mean() - cells.neither().mean());
        double variance = cells.both().varianceOfMean()
                + cells.second().varianceOfMean()
                + cells.first().varianceOfMean()
                + cells.neither().varianceOfMean();
        return new Comparison(difference, LargeSampleTest.test(difference, variance, alpha));
    }

    /**
     * The additive interaction of means under the skew guard of {@link GuardedContrastTest}: the default. The smallest of four cells
     * decides the error, so that few units and skewed values show here first.
     *
     * @param neither units in control of both, and so on as in {@link FourCells}
     * @return the reasons of {@link GuardedContrastTest#of}
     */
    public static Result<Comparison> guarded(
            SkewMoments neither, SkewMoments first, SkewMoments second, SkewMoments both, Alpha alpha) {
        return GuardedContrastTest.of(List.of(both, neither), List.of(first, second), alpha);
    }

    /**
     * The logarithm of (both/second)/(first/neither), variance ΣVar/mean² by the delta method: 0 where the lifts multiply. e to
     * its power is the factor by which one lift changes the other.
     *
     * @return {@link Reason#MEAN_NOT_POSITIVE} where a mean is 0 or below
     */
    public static Result<Comparison> multiplicative(FourCells cells, Alpha alpha) {
        if (all(cells).anyMatch(cell -> !(cell.mean() > 0))) {
            return new NotEstimable<>(Reason.MEAN_NOT_POSITIVE, "A combination has a mean of 0 or below: no lift.");
        }
        double logarithm = Math.log(cells.both().mean())
                - Math.log(cells.second().mean())
                - Math.log(cells.first().mean())
                + Math.log(cells.neither().mean());
        double variance = all(cells)
                .mapToDouble(cell -> cell.varianceOfMean() / cell.mean() / cell.mean())
                .sum();
        return new Estimated<>(new Comparison(logarithm, LargeSampleTest.test(logarithm, variance, alpha)));
    }

    private static Stream<MeanEstimate> all(FourCells cells) {
        return Stream.of(cells.neither(), cells.first(), cells.second(), cells.both());
    }
}
