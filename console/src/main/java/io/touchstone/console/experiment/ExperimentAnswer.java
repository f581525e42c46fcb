package io.touchstone.console.experiment;

import static java.util.Objects.requireNonNull;

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
        List<VariantAnswer> variants,
        String control,
        @Nullable JsonNode audience,
        List<UsedMetricAnswer> metrics,
        List<DimensionAnswer> dimensions,
        List<String> covariates,
        PlanAnswer plan,
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
     * @param layer pinned
     * @param slots the widest it had, as pairs
     * @param audience pinned
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
            String layer,
            List<List<Long>> slots,
            @Nullable JsonNode audience,
            String control,
            List<VariantAnswer> variants,
            List<UsedMetricAnswer> metrics) {
        private static PhaseAnswer of(Phase phase) {
            PhaseState state = phase.state();
            return new PhaseAnswer(
                    phase.number(),
                    state.key(),
                    phase.startsAt(),
                    phase.activeFrom(),
                    phase.endedAt(),
                    phase.pin().layer(),
                    phase.slots(),
                    phase.pin().audience(),
                    phase.pin().control(),
                    VariantAnswer.of(phase.pin().variants()),
                    UsedMetricAnswer.of(phase.pin().metrics()));
        }
    }

    /**
     * A variant.
     *
     * @param weight relative to the sum of all weights
     * @param value what the flag answers; absent in an imported experiment
     * @param name for people, where it has one
     */
    public record VariantAnswer(
            String key,
            long weight,
            @Nullable JsonNode value,
            @Nullable String name) {
        private static List<VariantAnswer> of(List<DesignVariant> variants) {
            return variants.stream()
                    .map(variant -> new VariantAnswer(
                            requireNonNull(variant.key()),
                            requireNonNull(variant.weight()),
                            variant.value(),
                            variant.name()))
                    .toList();
        }
    }

    /**
     * A metric as it is used.
     *
     * @param version absent before a start where none was asked for
     * @param role {@code success | guardrail | secondary}
     * @param means {@code guarded | welch}
     */
    public record UsedMetricAnswer(String key, @Nullable Integer version, String role, String means) {
        private static List<UsedMetricAnswer> of(List<MetricUse> metrics) {
            return metrics.stream()
                    .map(use -> new UsedMetricAnswer(
                            requireNonNull(use.key()),
                            use.version(),
                            requireNonNull(use.role()),
                            requireNonNull(use.means())))
                    .toList();
        }
    }

    /** What results are sliced by. */
    public record DimensionAnswer(String key, List<String> values) {
        private static List<DimensionAnswer> of(List<DimensionUse> dimensions) {
            return dimensions.stream()
                    .map(use -> new DimensionAnswer(requireNonNull(use.key()), requireNonNull(use.values())))
                    .toList();
        }
    }

    /** Both rates of the plan. */
    public record PlanAnswer(double alpha, double power) {
        private static PlanAnswer of(PlanBody plan) {
            return new PlanAnswer(requireNonNull(plan.alpha()), requireNonNull(plan.power()));
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
                VariantAnswer.of(design.variants()),
                design.control(),
                design.audience(),
                UsedMetricAnswer.of(design.metrics()),
                DimensionAnswer.of(design.dimensions()),
                design.covariates(),
                PlanAnswer.of(design.plan()),
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
