package io.touchstone.console.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be carried out, with the answer it gets. Expected, so without a stack trace. */
public final class ProblemException extends RuntimeException {
    private static final int SHOWN_CHARACTERS = 80;

    private final int status;
    private final String code;
    private final Map<String, Object> members;

    private ProblemException(int status, String code, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    /**
     * A problem with a free sentence.
     *
     * @param detail for people; ends with the rule in brackets where a value broke one
     */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code.status(), code.code(), detail, Map.of());
    }

    /**
     * A value that breaks a rule: {@code name: value (expected: rule)}, with the member {@code field}.
     *
     * @param field path of the field, such as {@code variants[1].weight}
     * @param value what was found, shown shortened; null reads as {@code absent}
     */
    public static ProblemException of(ProblemCode code, String field, @Nullable Object value, String expected) {
        String detail = field + ": " + shown(value) + " (expected: " + expected + ")";
        return new ProblemException(code.status(), code.code(), detail, Map.of("field", field));
    }

    /** An object that a path names and that does not exist. */
    public static ProblemException notFound(String what, String key) {
        return of(ProblemCode.NOT_FOUND, what + ": " + shown(key) + " (expected: the key of an existing " + what + ")");
    }

    /** What a reader of documents refused, under the code it gave. */
    public static ProblemException refused(String code, String detail) {
        return new ProblemException(400, code, detail, Map.of());
    }

    /** The same with one more member of the problem object. */
    public ProblemException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ProblemException(status, code, detail(), more);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Further members of the problem object. */
    public Map<String, Object> members() {
        return members;
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "absent";
        }
        String text = value.toString();
        if (text.isEmpty()) {
            return "\"\"";
        }
        if (text.length() <= SHOWN_CHARACTERS) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return text.substring(0, end) + "…";
    }
}
