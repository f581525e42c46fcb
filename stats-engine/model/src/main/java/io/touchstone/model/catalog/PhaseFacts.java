package io.touchstone.model.catalog;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One phase of an experiment. Only {@code state} and {@code endedAt} change once it runs.
 *
 * @param number from 1
 * @param state where it stands
 * @param generation which counting its numbers are read from
 * @param control key of the control variant
 * @param variants the arms in list order, two at least
 * @param startsAt the start as declared
 * @param activeFrom from when evaluators use it
 * @param endedAt the stop or the end of the schedule; absent while it goes on
 * @param metrics what is measured
 * @param dimensions what results are sliced by
 * @param covariates at most 4 numeric profile attributes
 * @param plan what was fixed before the start
 */
public record PhaseFacts(
        int number,
        PhaseState state,
        int generation,
        String control,
        List<PhaseVariant> variants,
        Instant startsAt,
        Instant activeFrom,
        @Nullable Instant endedAt,
        List<PhaseMetric> metrics,
        List<Dimension> dimensions,
        List<String> covariates,
        Plan plan) {

    /** Most covariates of a phase. */
    public static final int MAX_COVARIATES = 4;

    /** Copies the lists and checks what an analysis relies on. */
    public PhaseFacts {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        covariates = List.copyOf(covariates);
        Limits.range("number", number, 1, Integer.MAX_VALUE);
        Limits.range("covariates", covariates.size(), 0, MAX_COVARIATES);
        List<PhaseVariant> arms = variants;
        String controlKey = control;
        if (arms.stream().noneMatch(variant -> variant.key().equals(controlKey))) {
            throw InvalidInputException.of(FaultCode.CONTROL_UNKNOWN, "control", control, "one of the variants");
        }
        Limits.unique("variants", arms, PhaseVariant::key);
    }
}
