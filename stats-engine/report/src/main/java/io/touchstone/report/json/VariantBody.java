package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.Absolute;
import io.touchstone.report.answer.ArmFigures;
import io.touchstone.report.answer.Contrast;
import io.touchstone.report.answer.Relative;
import io.touchstone.report.answer.VariantReport;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric in one variant, as {@link VariantReport} has it.
 *
 * @param warnings absent where there is none
 */
@Schema(name = "ReportVariant")
public record VariantBody(
        String key,
        boolean control,
        long units,
        long waiting,
        @Nullable Long count,
        @Nullable Double value,
        @Nullable Double variance,
        @Nullable Long capped,
        @Nullable AbsoluteBody absolute,
        @Nullable RelativeBody relative,
        @Nullable List<WarningBody> warnings,
        @Nullable AbsenceBody notEstimable) {

    static VariantBody of(VariantReport variant) {
        ArmFigures figures = variant.figures();
        Contrast contrast = variant.contrast();
        return new VariantBody(
                variant.key(),
                variant.control(),
                figures.units(),
                figures.waiting(),
                figures.count().orElse(null),
                figures.value().orElse(null),
                figures.variance().orElse(null),
                figures.capped().orElse(null),
                contrast.absolute().map(AbsoluteBody::of).orElse(null),
                contrast.relative().map(RelativeBody::of).orElse(null),
                contrast.warnings().isEmpty() ? null : WarningBody.of(contrast.warnings()),
                AbsenceBody.of(contrast.notEstimable()));
    }

    /** The difference to the control; all but estimate and method are absent where there is no test of it. */
    @Schema(name = "ReportAbsolute")
    public record AbsoluteBody(
            double estimate,
            @Nullable Double se,
            @Nullable Double statistic,
            @Nullable Double df,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double p,

            @Schema(allowableValues = {Absolute.UNPOOLED_Z, Absolute.WELCH})
            String method,

            @Nullable IntervalBody newcombe) {

        static AbsoluteBody of(Absolute absolute) {
            Optional<DifferenceTest> test = absolute.test();
            return new AbsoluteBody(
                    absolute.estimate(),
                    test.map(DifferenceTest::standardError).orElse(null),
                    test.map(DifferenceTest::statistic).orElse(null),
                    test.flatMap(found ->
                                    found.degreesOfFreedom().stream().boxed().findFirst())
                            .orElse(null),
                    test.map(found -> found.interval().low()).orElse(null),
                    test.map(found -> found.interval().high()).orElse(null),
                    test.map(DifferenceTest::p).orElse(null),
                    absolute.method(),
                    absolute.newcombe().map(IntervalBody::of).orElse(null));
        }
    }

    /** The lift over the control. */
    @Schema(name = "ReportRelative")
    public record RelativeBody(
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            @Schema(allowableValues = Relative.FIELLER) String method,
            @Nullable AbsenceBody notEstimable) {

        static RelativeBody of(Relative relative) {
            return new RelativeBody(
                    relative.estimate().orElse(null),
                    relative.interval().map(Interval::low).orElse(null),
                    relative.interval().map(Interval::high).orElse(null),
                    relative.method(),
                    AbsenceBody.of(relative.notEstimable()));
        }
    }
}
