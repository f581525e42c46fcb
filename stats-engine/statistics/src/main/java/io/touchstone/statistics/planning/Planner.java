package io.touchstone.statistics.planning;

import io.touchstone.statistics.SkewGuard;
import java.util.ArrayList;
import java.util.List;

/** Units of all arms for a metric, an allocation and a family of comparisons. See {@code docs/statistics/sample-size.md}. */
public final class Planner {

    private Planner() {}

    /** The fewest units with which every treatment's comparison has its power and stays inside the skew guard. */
    public static Plan plan(PlannedMetric metric, Allocation allocation, PlannedFamily family) {
        ErrorRates rates = family.perComparison(allocation.treatments().size());
        UnitVariances variances = metric.variances().times(metric.factor());
        double forPower = 0;
        double forSkew = 0;
        for (int i = 0; i < allocation.treatments().size(); i++) {
            double k = allocation.treatmentPerControl(i);
            forPower = Math.max(
                    forPower,
                    SampleSize.forDifference(variances, metric.effect(), k, rates)
                            .controlExact());
            if (metric.skewness().isPresent()) {
                PlannedSkew skew = new PlannedSkew(metric.skewness().getAsDouble());
                forSkew = Math.max(forSkew, skew.controlUnitsFor(SkewGuard.LIMIT, k));
            }
        }
        return rounded(metric, allocation, rates, Math.max(forPower, forSkew), forSkew > forPower);
    }

    private static Plan rounded(
            PlannedMetric metric, Allocation allocation, ErrorRates rates, double control, boolean skewDecides) {
        long controlUnits = PlannedUnits.of(control, 1).control();
        List<Long> treatments = new ArrayList<>();
        double kappa = 0;
        for (int i = 0; i < allocation.treatments().size(); i++) {
            double k = allocation.treatmentPerControl(i);
            long units = PlannedUnits.of(control, k).treatment();
            treatments.add(units);
            if (metric.skewness().isPresent()) {
                PlannedSkew skew = new PlannedSkew(metric.skewness().getAsDouble());
                kappa = Math.max(kappa, Math.abs(skew.kappa(controlUnits, units)));
            }
        }
        return new Plan(controlUnits, treatments, rates, kappa, skewDecides);
    }
}
