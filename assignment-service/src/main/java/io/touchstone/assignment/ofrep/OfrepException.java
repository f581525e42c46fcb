package io.touchstone.assignment.ofrep;

/** A call OFREP has an error code for; expected, without a stack trace. */
final class OfrepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OfrepErrorCode code;

    OfrepException(OfrepErrorCode code, String details) {
        super(details, null, false, false);
        this.code = code;
    }

    OfrepErrorCode code() {
        return code;
    }

    String details() {
        String details = getMessage();
        return details == null ? "" : details;
    }
}
