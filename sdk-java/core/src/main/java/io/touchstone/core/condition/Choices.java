package io.touchstone.core.condition;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The values of an {@code in}. A few texts are compared one by one: most differ in length or in their first bytes, and the text of
 * a request has no hash yet, which a set would have to take first.
 */
final class Choices {
    /** Up to this many texts a scan beats a set. */
    private static final int SCANNED = 8;

    private final Set<Object> values;
    /** The values, all of them texts and few; else empty. */
    private final String[] texts;

    Choices(Collection<Object> values) {
        this.values = new HashSet<>(values);
        boolean scanned = values.size() <= SCANNED && values.stream().allMatch(String.class::isInstance);
        this.texts = scanned ? this.values.toArray(String[]::new) : new String[0];
    }

    boolean contains(Object value) {
        if (texts.length == 0) {
            return values.contains(value);
        }
        if (value instanceof String text) {
            for (String one : texts) {
                if (text.equals(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
