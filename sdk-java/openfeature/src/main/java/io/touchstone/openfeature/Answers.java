package io.touchstone.openfeature;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import org.jspecify.annotations.Nullable;

/** Answers and failures as OpenFeature takes them from a provider. */
final class Answers {
    private Answers() {}

    static <T> ProviderEvaluation<T> given(T value, Rendering rendering) {
        return new ProviderEvaluation<>(
                value, rendering.decision().variant(), rendering.reason(), null, null, rendering.metadata());
    }

    static <T> ProviderEvaluation<T> failed(T whenAbsent, ErrorCode code, @Nullable String message) {
        return new ProviderEvaluation<>(whenAbsent, null, Reason.ERROR.name(), code, message, ImmutableMetadata.EMPTY);
    }
}
