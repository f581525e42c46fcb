package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.Absence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is not there.
 *
 * @param code stable; {@code docs/formats/report.md} lists them
 * @param reason one sentence for people
 */
@Schema(name = "NotEstimable")
public record AbsenceBody(String code, String reason) {

    static AbsenceBody of(Absence absence) {
        return new AbsenceBody(absence.code(), absence.reason());
    }

    static @Nullable AbsenceBody of(Optional<Absence> absence) {
        return absence.map(AbsenceBody::of).orElse(null);
    }
}
