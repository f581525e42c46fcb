package io.touchstone.vectors;

/** A case that no adapter can put to the library. */
public final class UnmappedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnmappedException(String reason) {
        super(reason);
    }
}
