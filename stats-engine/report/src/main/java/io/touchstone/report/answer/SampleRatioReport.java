package io.touchstone.report.answer;

import io.touchstone.statistics.Result;
import io.touchstone.statistics.SampleRatio;
import java.util.List;

/**
 * The sample ratio of a phase.
 *
 * @param variants keys in the order of the phase, which is the order of all lists here
 * @param observed exposed units
 * @param result the test, or why there is none
 */
public record SampleRatioReport(List<String> variants, List<Long> observed, Result<SampleRatio> result) {

    /** Below this p the report warns: one false alarm in a thousand looks. */
    public static final double MISMATCH_BELOW = 0.001;

    /** Keeps copies. */
    public SampleRatioReport {
        variants = List.copyOf(variants);
        observed = List.copyOf(observed);
    }
}
