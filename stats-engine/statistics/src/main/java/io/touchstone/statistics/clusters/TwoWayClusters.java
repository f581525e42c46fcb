package io.touchstone.statistics.clusters;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Units that are clustered in two ways at once, such as store and day: V = V_first + V_second − V_both, each CR0 without a correction
 * for few groups (Cameron, Gelbach and Miller 2011). Normal distribution: for many groups of both kinds only.
 */
public final class TwoWayClusters {

    private TwoWayClusters() {}

    /** The groups of a cell taken together. */
    private record Both(long first, long second) {}

    /**
     * Treatment minus control.
     *
     * @return {@link Reason#EMPTY_ARM} where an arm has no units; the test may be missing with {@link Reason#NEGATIVE_VARIANCE}, as V is a
     *     difference, or {@link Reason#ZERO_VARIANCE}
     */
    public static Result<Comparison> compare(List<TwoWayCell> cells, Alpha alpha) {
        List<Cluster> control = new ArrayList<>();
        List<Cluster> treatment = new ArrayList<>();
        cells.forEach(cell -> (cell.treated() ? treatment : control).add(cell.units()));
        if (control.isEmpty() || treatment.isEmpty()) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "An arm has no units.");
        }
        ClusteredArm c = new ClusteredArm(control);
        ClusteredArm t = new ClusteredArm(treatment);
        double first = variance(cells, c, t, TwoWayCell::first);
        double second = variance(cells, c, t, TwoWayCell::second);
        double both = variance(cells, c, t, cell -> new Both(cell.first(), cell.second()));
        double variance = first + second - both;
        double difference = t.mean() - c.mean();
        if (variance < 0) {
            return new Estimated<>(new Comparison(
                    difference,
                    new NotEstimable<>(
                            Reason.NEGATIVE_VARIANCE,
                            "The variance of the two ways together came out below 0: too few groups.")));
        }
        return new Estimated<>(new Comparison(difference, LargeSampleTest.test(difference, variance, alpha)));
    }

    private static double variance(
            List<TwoWayCell> cells, ClusteredArm control, ClusteredArm treatment, Function<TwoWayCell, Object> group) {
        double meanC = control.mean();
        double meanT = treatment.mean();
        double unitsC = control.units();
        double unitsT = treatment.units();
        Map<Object, Double> scores = new HashMap<>();
        for (TwoWayCell cell : cells) {
            Cluster units = cell.units();
            double score = cell.treated()
                    ? (units.sum() - meanT * units.size()) / unitsT
                    : -(units.sum() - meanC * units.size()) / unitsC;
            scores.merge(group.apply(cell), score, Double::sum);
        }
        double squares = 0;
        for (double score : scores.values()) {
            squares += score * score;
        }
        return squares;
    }
}
