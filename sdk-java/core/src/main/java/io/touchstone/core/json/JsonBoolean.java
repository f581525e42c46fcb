package io.touchstone.core.json;

/** True or false. */
public enum JsonBoolean implements JsonValue {
    /** false */
    FALSE,
    /** true */
    TRUE;

    /** As a Java boolean. */
    public boolean value() {
        return this == TRUE;
    }
}
