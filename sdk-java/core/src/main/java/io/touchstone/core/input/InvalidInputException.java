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

    /** The same for a fault that is found in more than one place. */
    public static InvalidInputException of(FaultCode code, String name, Object value, String expected) {
        return of(code.code(), name, value, expected);
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

    /** Shortened, and such that UTF-8 can express it: the message may be about text that UTF-8 cannot. */
    private static String shown(Object value) {
        String text = String.valueOf(value);
        String start = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        StringBuilder shown = new StringBuilder(start.length());
        for (int i = 0; i < start.length(); i++) {
            if (Utf8.isPair(start, i)) {
                shown.append(start, i, i + 2);
                i++;
            } else {
                shown.append(Character.isSurrogate(start.charAt(i)) ? '\uFFFD' : start.charAt(i));
            }
        }
        return shown.toString();
    }
}
