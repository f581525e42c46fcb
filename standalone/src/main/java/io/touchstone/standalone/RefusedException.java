package io.touchstone.standalone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The command cannot be carried out, for a reason the person who typed it can remove. The message is one sentence in the
 * form {@code name: value (expected: rule)}; it is printed alone, and the exit code is 2.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public RefusedException(String code, String message) {
        this(code, message, null);
    }

    public RefusedException(String code, String message, @Nullable Throwable cause) {
        // A reason needs no stack trace.
        super(message, cause, false, false);
        this.code = Objects.requireNonNull(code);
    }

    /** Stable name of the reason, for example {@code port_busy}. */
    public String code() {
        return code;
    }
}
