package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.Absence;
import io.touchstone.report.answer.SampleRatioReport;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.SampleRatio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sample ratio; the test's numbers, or why there is none.
 *
 * @param observed exposed units, like all lists here in the order of {@code variants}
 * @param variants keys in the order of the phase
 */
@Schema(name = "ReportSampleRatio")
public record SampleRatioBody(
        @Nullable Double statistic,
        @Nullable Integer df,
        @Nullable Double p,
        @Nullable Boolean mismatch,
        @Nullable List<Double> expected,
        @Nullable AbsenceBody notEstimable,
        List<Long> observed,
        List<String> variants) {

    static SampleRatioBody of(SampleRatioReport ratio) {
        return switch (ratio.result()) {
            case Estimated<SampleRatio>(SampleRatio found) ->
                new SampleRatioBody(
                        found.statistic(),
                        found.degreesOfFreedom(),
                        found.p(),
                        found.p() < SampleRatioReport.MISMATCH_BELOW,
                        found.expected(),
                        null,
                        ratio.observed(),
                        ratio.variants());
            case NotEstimable<SampleRatio> missing ->
                new SampleRatioBody(
                        null,
                        null,
                        null,
                        null,
                        null,
                        AbsenceBody.of(Absence.of(missing)),
                        ratio.observed(),
                        ratio.variants());
        };
    }
}
