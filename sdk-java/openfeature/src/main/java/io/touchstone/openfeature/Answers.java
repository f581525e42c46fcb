package io.touchstone.openfeature;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import org.jspecify.annotations.Nullable;

/** Decisions in OpenFeature's words. Coarser than ours, which stand in the metadata. */
final class Answers {
    private Answers() {}

    static <T> ProviderEvaluation<T> given(T value, Decision decision, CompiledDatafile datafile) {
        return new ProviderEvaluation<>(
                value, decision.variant(), reason(decision, datafile).name(), null, null, metadata(decision, datafile));
    }

    static <T> ProviderEvaluation<T> failed(T whenAbsent, ErrorCode code, @Nullable String message) {
        return new ProviderEvaluation<>(whenAbsent, null, Reason.ERROR.name(), code, message, ImmutableMetadata.EMPTY);
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
