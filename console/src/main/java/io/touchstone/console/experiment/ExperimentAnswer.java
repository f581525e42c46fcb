package io.touchstone.console.experiment;

import io.touchstone.model.catalog.PhaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An experiment; fields of the design as in the request, defaults filled in.
 *
 * @param state {@code draft | running | paused | stopped | archived}
 * @param keepServing whether it answers while paused
 * @param servesFrom when the last start takes effect
 * @param phase number of the last phase; absent before the first start
 * @param phases in order of their numbers
 * @param revision rises with every change; the ETag
 */
public record ExperimentAnswer(
        String key,
        String name,
        String state,
        boolean keepServing,
        String flag,
        String unitType,
        String layer,
        List<List<Long>> slots,
        List<DesignVariant> variants,
        String control,
        @Nullable JsonNode audience,
        List<MetricUse> metrics,
        List<DimensionUse> dimensions,
        List<String> covariates,
        PlanBody plan,
        boolean imported,
        @Nullable Instant startsAt,
        boolean backfill,
        @Nullable Instant servesFrom,
        @Nullable Integer phase,
        List<PhaseAnswer> phases,
        long revision,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A phase.
     *
     * @param number from 1
     * @param state {@code running | paused | stopped | final}
     * @param startsAt the start as declared
     * @param activeFrom from when evaluators used it first
     * @param endedAt the stop
     * @param control key of the control
     * @param variants pinned
     * @param metrics pinned, with their versions
     */
    public record PhaseAnswer(
            int number,
            String state,
            Instant startsAt,
            Instant activeFrom,
            @Nullable Instant endedAt,
            String control,
            List<DesignVariant> variants,
            List<MetricUse> metrics) {
        private static PhaseAnswer of(Phase phase) {
            PhaseState state = phase.state();
            return new PhaseAnswer(
                    phase.number(),
                    state.key(),
                    phase.startsAt(),
                    phase.activeFrom(),
                    phase.endedAt(),
                    phase.pin().control(),
                    phase.pin().variants(),
                    phase.pin().metrics());
        }
    }

    static ExperimentAnswer of(ExperimentDetails details) {
        Experiment experiment = details.experiment();
        Design design = experiment.design();
        List<Phase> phases = details.phases();
        return new ExperimentAnswer(
                experiment.key(),
                experiment.name(),
                experiment.state().key(),
                experiment.keepServing(),
                design.flag(),
                design.unitType(),
                design.layer(),
                design.slots(),
                design.variants(),
                design.control(),
                design.audience(),
                design.metrics(),
                design.dimensions(),
                design.covariates(),
                design.plan(),
                design.imported(),
                design.startsAt(),
                design.fillsPast(),
                experiment.servesFrom(),
                phases.isEmpty() ? null : phases.getLast().number(),
                phases.stream().map(PhaseAnswer::of).toList(),
                experiment.revision(),
                experiment.createdAt(),
                experiment.updatedAt());
    }
}
