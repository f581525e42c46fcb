package io.touchstone.core.input;

/**
 * Input from outside that breaks a rule. Carries a stable code for programs and a message of the form
 * {@code name: value (expected: rule)} for people. Expected in normal operation, so it has no stack trace.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final int MAX_SHOWN = 80;

    private final String code;

    /**
     * @param code stable, snake case, listed in {@code docs/formats}
     * @param message {@code name: value (expected: rule)}
     */
    public InvalidInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * @param code stable, snake case, listed in {@code docs/formats}
     * @param name path of the field, for example {@code experiments[0].variants[1].weight}
     * @param value what was found; shown shortened
     * @param expected the rule it breaks
     */
    public static InvalidInputException of(String code, String name, Object value, String expected) {
        return new InvalidInputException(code, name + ": " + shown(value) + " (expected: " + expected + ")");
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The same failure, its name prefixed by where the named thing stands. */
    public InvalidInputException within(String path) {
        return new InvalidInputException(code, path + "." + getMessage());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + "…";
    }
}
