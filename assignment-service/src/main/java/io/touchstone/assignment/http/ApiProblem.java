package io.touchstone.assignment.http;

import io.touchstone.core.input.InvalidInputException;

/**
 * An expected failure of a call, on its way to the caller: status, stable code and a detail in the form
 * {@code name: value (expected: rule)}. Carries no stack trace; it is an answer, not an accident.
 */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final int retryAfterSeconds;

    private ApiProblem(int status, String code, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** @param detail {@code name: value (expected: rule)} */
    public ApiProblem(ApiCode code, String detail) {
        this(code, detail, 0);
    }

    /** @param retryAfterSeconds when to come back; 0 sends no {@code Retry-After} */
    public ApiProblem(ApiCode code, String detail, int retryAfterSeconds) {
        this(code.status(), code.code(), detail, retryAfterSeconds);
    }

    /** A body that its reader refused, under the reader's code. */
    public static ApiProblem refused(InvalidInputException reason) {
        return new ApiProblem(400, reason.code(), String.valueOf(reason.getMessage()), 0);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Stable code. */
    public String code() {
        return code;
    }

    /** {@code name: value (expected: rule)}. */
    public String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }

    /** Seconds for {@code Retry-After}; 0 = none. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
