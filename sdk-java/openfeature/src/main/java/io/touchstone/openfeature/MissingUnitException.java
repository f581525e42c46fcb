package io.touchstone.openfeature;

/** A context names nobody whom a flag could be decided for. Expected in normal operation, so it has no stack trace. */
final class MissingUnitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingUnitException() {
        super("context.targetingKey: absent (expected: the id of the user, or ids in units)", null, false, false);
    }
}
