package io.touchstone.model.wire;

/** Bytes that are not in the format they should be in: damaged, or of a version this program does not know. */
public final class BrokenFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure told as {@code name: value (expected: rule)}. */
    public BrokenFormatException(String message) {
        super(message);
    }
}
