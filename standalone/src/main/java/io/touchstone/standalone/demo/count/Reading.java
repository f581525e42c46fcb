package io.touchstone.standalone.demo.count;

import io.touchstone.report.answer.Absolute;
import io.touchstone.report.answer.MetricReport;
import io.touchstone.report.answer.Report;
import io.touchstone.report.answer.VariantReport;
import io.touchstone.standalone.demo.shop.TrueEffect;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An estimate beside the truth.
 *
 * @param truth what the arm truly does
 * @param estimate the difference to the control
 * @param interval around it; absent where there is none
 */
public record Reading(TrueEffect truth, double estimate, Optional<Interval> interval) {

    /** All estimates of a report. */
    static List<Reading> of(Report report, List<TrueEffect> truths) {
        List<Reading> readings = new ArrayList<>();
        for (TrueEffect truth : truths) {
            if (truth.tactic().key().equals(report.scope().experiment().key())) {
                absolute(report, truth)
                        .map(found -> new Reading(
                                truth, found.estimate(), found.test().map(DifferenceTest::interval)))
                        .ifPresent(readings::add);
            }
        }
        return readings;
    }

    private static Optional<Absolute> absolute(Report report, TrueEffect truth) {
        for (MetricReport metric : report.metrics()) {
            for (VariantReport variant : metric.variants()) {
                if (metric.metric().key().equals(truth.metric().key())
                        && variant.key().equals(truth.arm())) {
                    return variant.contrast().absolute();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the interval contains the truth. */
    public boolean holds() {
        return interval.filter(found -> found.low() <= truth.effect() && truth.effect() <= found.high())
                .isPresent();
    }

    /** Whether the estimate is on the truth's side of zero; a truth of zero has no side. */
    public boolean hasSign() {
        return truth.effect() == 0 || Math.signum(estimate) == Math.signum(truth.effect());
    }
}
