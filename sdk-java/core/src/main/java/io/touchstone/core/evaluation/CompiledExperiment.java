package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.bucketing.VariantRanges;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.core.datafile.VariantDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An experiment on one flag, made ready: a decision per variant stands built. */
final class CompiledExperiment extends CompiledRule {
    private final boolean serving;
    private final long activeFromMillis;
    private final long endsAtMillis;
    /** Null where the slots are all of the layer's: they need no hash then, a third of the time of a decision. */
    private final @Nullable Bucketing layer;

    private final SlotRange[] slots;
    private final Bucketing split;
    private final VariantRanges ranges;
    private final Decision[] decisions;

    CompiledExperiment(
            ExperimentDefinition definition,
            Bucketing layer,
            @Nullable CompiledCondition audience,
            String flag,
            long config) {
        super(definition.key(), definition.unitType(), audience);
        this.serving = definition.status() == ExperimentStatus.RUNNING || definition.keepServing();
        this.activeFromMillis = definition.activeFrom().toEpochMilli();
        Instant end = definition.endsAt();
        this.endsAtMillis = end == null ? Long.MAX_VALUE : end.toEpochMilli();
        this.layer = coverLayer(definition.slots()) ? null : layer;
        this.slots = definition.slots().toArray(SlotRange[]::new);
        this.split = new Bucketing(definition.salt());
        this.ranges = definition.ranges();
        this.decisions = definition.variants().stream()
                .map(variant -> decision(definition, variant, flag, config))
                .toArray(Decision[]::new);
    }

    private static Decision decision(
            ExperimentDefinition experiment, VariantDefinition variant, String flag, long config) {
        String key = experiment.key();
        DueExposure exposure = new DueExposure(key, experiment.phase(), variant.key(), experiment.unitType());
        return new Decision(
                flag,
                variant.value(),
                variant.key(),
                Reason.EXPERIMENT,
                key,
                key,
                experiment.phase(),
                config,
                List.of(exposure));
    }

    /** The ranges are disjoint: they cover all slots if they hold as many. */
    private static boolean coverLayer(List<SlotRange> slots) {
        return slots.stream().mapToInt(range -> range.to() - range.from()).sum() == SlotRange.SLOTS;
    }

    @Override
    boolean isExperiment() {
        return true;
    }

    @Override
    @Nullable
    PassReason gate(Units units, Attributes attributes, long epochMillis) {
        if (!serving) {
            return PassReason.PAUSED;
        }
        if (epochMillis < activeFromMillis) {
            return PassReason.NOT_STARTED;
        }
        if (epochMillis >= endsAtMillis) {
            return PassReason.ENDED;
        }
        String unit = units.get(unitType);
        if (unit == null) {
            return PassReason.UNIT_MISSING;
        }
        if (!addresses(attributes)) {
            return PassReason.AUDIENCE;
        }
        return layer == null || owns(layer.bucket(unit)) ? null : PassReason.SLOTS;
    }

    @Override
    Decision decide(Units units) {
        String unit = Objects.requireNonNull(units.get(unitType));
        return decisions[ranges.indexOf(split.bucket(unit))];
    }

    private boolean owns(int slot) {
        for (SlotRange range : slots) {
            if (range.contains(slot)) {
                return true;
            }
        }
        return false;
    }
}
