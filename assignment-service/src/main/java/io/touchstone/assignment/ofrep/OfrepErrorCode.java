package io.touchstone.assignment.ofrep;

/** The error codes of OFREP 0.3.0, and the HTTP status each is answered with. */
enum OfrepErrorCode {
    /** The body is no JSON. */
    PARSE_ERROR(400),
    /** The context has no targeting key. */
    TARGETING_KEY_MISSING(400),
    /** The context breaks a rule. */
    INVALID_CONTEXT(400),
    /** No flag of that key. */
    FLAG_NOT_FOUND(404),
    /** Anything else. */
    GENERAL(400);

    private final int status;

    OfrepErrorCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
