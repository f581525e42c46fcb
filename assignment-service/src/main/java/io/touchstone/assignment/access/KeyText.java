package io.touchstone.assignment.access;

import java.util.Optional;

/**
 * The text of an API key, {@code tsk_<kind>_<id>_<secret>}, as far as it can be told without knowing the key.
 *
 * @param id eight characters
 * @param text all of it
 */
record KeyText(String id, String text) {
    private static final String PREFIX = "tsk_";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int TAIL_LENGTH = 1 + ID_LENGTH + 1 + SECRET_LENGTH;

    /** Empty for what cannot be a key. */
    static Optional<KeyText> parse(String text) {
        int tail = text.length() - TAIL_LENGTH;
        if (tail <= PREFIX.length()
                || !text.startsWith(PREFIX)
                || text.charAt(tail) != '_'
                || text.charAt(tail + 1 + ID_LENGTH) != '_') {
            return Optional.empty();
        }
        return Optional.of(new KeyText(text.substring(tail + 1, tail + 1 + ID_LENGTH), text));
    }

    @Override
    public String toString() {
        return "KeyText[id=" + id + "]";
    }
}
