package io.touchstone.embedded;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An embedded server could not be started, adopted or stopped.
 *
 * <p>The message is one sentence in the form {@code name: value (expected: rule)} that can be shown to the person who
 * typed the command; {@link #code()} is stable.
 */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public EmbeddedServerException(String code, String message) {
        this(code, message, null);
    }

    public EmbeddedServerException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    /** Stable name of the kind of failure, for example {@code port_busy}. */
    public String code() {
        return code;
    }
}
