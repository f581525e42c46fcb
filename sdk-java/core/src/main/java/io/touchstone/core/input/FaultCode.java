package io.touchstone.core.input;

import java.util.Locale;

/**
 * The faults that more than one reader or plane meets, so that each has one word wherever it is found. Subject first, then
 * what is wrong with it. What only one place can find has its code there; all of them stand in {@code
 * docs/formats/problems.md}.
 */
public enum FaultCode {
    /** The text is no JSON in UTF-8. */
    JSON_MALFORMED,
    /** JSON nested too deep, or with names or numbers of absurd length. */
    JSON_LIMIT,
    /** An object has one name twice. */
    JSON_DUPLICATE_NAME,
    /** A value of another JSON type than the field has, or than its flag has. */
    TYPE_INVALID,
    /** A required field is absent or null. */
    FIELD_MISSING,
    /** A field nobody knows. */
    FIELD_UNKNOWN,
    /** A word outside a closed set. */
    VALUE_UNKNOWN,
    /** A value or text of the wrong form. */
    VALUE_INVALID,
    /** A number, or a number of elements, outside its bounds. */
    NUMBER_RANGE,
    /** Text with a lone surrogate, which UTF-8 cannot express. */
    TEXT_SURROGATE,
    /** Text that is no RFC 3339 instant. */
    TIME_INVALID,
    /** An instant outside its bounds. */
    TIME_RANGE,
    /** A key that breaks the rule of keys. */
    KEY_INVALID,
    /** An id of a unit or an event that is empty or too long. */
    ID_INVALID,
    /** Something that is there once is named twice. */
    DUPLICATE,
    /** A document of a newer form than this program reads. */
    SCHEMA_UNKNOWN,
    /** Not a time zone of the IANA database. */
    ZONE_UNKNOWN,
    /** No variant can ever be given. */
    WEIGHTS_ZERO,
    /** The control is not one of the variants. */
    CONTROL_UNKNOWN,
    /** Slots outside [0, 1000000), or an empty range. */
    SLOTS_INVALID,
    /** Slots that share one. */
    SLOTS_OVERLAP,
    /** A condition names a segment that does not exist. */
    SEGMENT_UNKNOWN,
    /** An experiment that does not exist is named. */
    EXPERIMENT_UNKNOWN,
    /** A phase that the experiment does not have is named. */
    PHASE_UNKNOWN,
    /** The path, or an object it names, does not exist. */
    NOT_FOUND,
    /** The path has no such method. */
    METHOD_NOT_ALLOWED,
    /** A path or header that is no proper HTTP, or holds control characters. */
    REQUEST_MALFORMED,
    /** The body is too large. */
    BODY_TOO_LARGE,
    /** Too much is being done already. */
    BUSY,
    /** A fault of ours. */
    INTERNAL_ERROR;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code in answers: lower case with underscores. */
    public String code() {
        return code;
    }
}
