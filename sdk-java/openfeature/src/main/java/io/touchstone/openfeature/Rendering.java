package io.touchstone.openfeature;

import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.Reason;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says beside its value, in OpenFeature's words. Coarser than ours, which stand in the metadata.
 *
 * @param decision that is said
 * @param type of the flag; null if the datafile has changed since and has it no longer
 * @param reason OpenFeature's
 * @param metadata ours
 */
record Rendering(Decision decision, @Nullable FlagType type, String reason, ImmutableMetadata metadata) {

    static Rendering of(Decision decision, CompiledDatafile datafile) {
        return new Rendering(
                decision,
                datafile.type(decision.flag()),
                reason(decision, datafile).name(),
                metadata(decision, datafile));
    }

    private static Reason reason(Decision decision, CompiledDatafile datafile) {
        return switch (decision.reason()) {
            case EXPERIMENT, HOLDOUT -> Reason.SPLIT;
            case FORCED -> Reason.TARGETING_MATCH;
            case ROLLOUT -> datafile.answersEveryoneAlike(decision.flag()) ? Reason.STATIC : Reason.TARGETING_MATCH;
            case OFF -> Reason.DISABLED;
            case DEFAULT -> datafile.answersEveryoneAlike(decision.flag()) ? Reason.STATIC : Reason.DEFAULT;
            case PREREQUISITE -> Reason.DEFAULT;
            case UNKNOWN_FLAG -> Reason.ERROR;
        };
    }

    private static ImmutableMetadata metadata(Decision decision, CompiledDatafile datafile) {
        ImmutableMetadata.ImmutableMetadataBuilder metadata = ImmutableMetadata.builder()
                .addLong("config", decision.config())
                .addString("reason", decision.reason().wireName())
                // These two are names of the OpenTelemetry convention for flag evaluations.
                .addString("flagSetId", datafile.environment())
                .addString("version", Long.toString(decision.config()));
        if (decision.experiment() != null) {
            metadata.addString("experiment", decision.experiment()).addInteger("phase", decision.phase());
        }
        return metadata.build();
    }
}
