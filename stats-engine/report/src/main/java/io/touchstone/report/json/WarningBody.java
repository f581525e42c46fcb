package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know before believing a number.
 *
 * @param code stable; {@code docs/formats/report.md} lists them and which number each has
 * @param detail one sentence for people
 */
@Schema(name = "ReportWarning")
public record WarningBody(
        String code,
        String detail,
        @Nullable Double p,
        @Nullable Double units,
        @Nullable Double kappa) {

    static List<WarningBody> of(List<Warning> warnings) {
        return warnings.stream().map(WarningBody::of).toList();
    }

    private static WarningBody of(Warning warning) {
        return new WarningBody(
                warning.code(),
                warning.detail(),
                warning.numbers().get(Warning.P),
                warning.numbers().get(Warning.UNITS),
                warning.numbers().get(Warning.KAPPA));
    }
}
