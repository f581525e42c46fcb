package io.touchstone.core.json;

/** The JSON null. */
public enum JsonNull implements JsonValue {
    /** The only one. */
    NULL
}
