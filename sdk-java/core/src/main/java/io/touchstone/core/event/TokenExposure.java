package io.touchstone.core.event;

import org.jspecify.annotations.Nullable;

/**
 * An exposure that a remote evaluation prepared: the token from its metadata instead of the fields. What it holds is for the
 * service that issued it to say.
 *
 * @param index its place in the body, from 0
 * @param id see {@link Event#id}
 * @param timeMillis see {@link Event#timeMillis}; null for the time of the evaluation
 * @param token as it was issued
 */
public record TokenExposure(int index, String id, @Nullable Long timeMillis, String token) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code id_invalid}, {@code text_surrogate}, {@code time_range} */
    public TokenExposure {
        EventRules.check(id, timeMillis == null ? 0 : timeMillis, null);
    }
}
