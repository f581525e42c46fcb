package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;
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
        if (number < 1) {
            throw new InvalidInputException("phase_invalid", "phase.number: " + number + " (expected: 1 or more)");
        }
        if (covariates.size() > MAX_COVARIATES) {
            throw new InvalidInputException(
                    "phase_invalid",
                    "covariates: " + covariates.size() + " (expected: at most " + MAX_COVARIATES + ")");
        }
        List<PhaseVariant> arms = variants;
        String controlKey = control;
        if (arms.stream().noneMatch(variant -> variant.key().equals(controlKey))) {
            throw new InvalidInputException(
                    "phase_invalid", "control: " + control + " (expected: one of the variants)");
        }
        if (arms.stream().map(PhaseVariant::key).distinct().count() != arms.size()) {
            throw new InvalidInputException("phase_invalid", "variants: two have one key (expected: distinct keys)");
        }
    }
}
