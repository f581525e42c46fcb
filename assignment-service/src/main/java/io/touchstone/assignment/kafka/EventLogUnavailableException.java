package io.touchstone.assignment.kafka;

import io.touchstone.assignment.http.ApiCode;

/**
 * A batch was not taken, or not wholly acknowledged; the caller may repeat it. {@link #code()} is {@code kafka_unavailable}
 * or {@code queue_full}. No stack trace: it is expected.
 */
public final class EventLogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiCode code;

    EventLogUnavailableException(ApiCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Stable code. */
    public ApiCode code() {
        return code;
    }
}
