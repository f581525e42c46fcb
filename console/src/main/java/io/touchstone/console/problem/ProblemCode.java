package io.touchstone.console.problem;

import io.touchstone.core.input.FaultCode;
import java.util.Locale;

/**
 * What can go wrong at the control plane, each with a code that never changes its meaning. Listed for users in {@code
 * docs/formats/problems.md}. What the readers of published documents refuse keeps its own code, as status 400.
 */
public enum ProblemCode {
    /** The body is no JSON in UTF-8. */
    JSON_MALFORMED(FaultCode.JSON_MALFORMED, 400),
    /** The body has more than 64 levels, or names or numbers of absurd length. */
    JSON_LIMIT(FaultCode.JSON_LIMIT, 400),
    /** An object of the body has a name twice. */
    JSON_DUPLICATE_NAME(FaultCode.JSON_DUPLICATE_NAME, 400),
    /** Text has a lone surrogate. */
    TEXT_SURROGATE(FaultCode.TEXT_SURROGATE, 400),
    /** Text has U+0000, which PostgreSQL cannot store. */
    TEXT_NUL(400),
    /** A field has another JSON type, or a payload is not of its flag's type. */
    TYPE_INVALID(FaultCode.TYPE_INVALID, 400),
    /** A field nobody knows: mostly a slip of the pen that would otherwise change nothing silently. */
    FIELD_UNKNOWN(FaultCode.FIELD_UNKNOWN, 400),
    /** A required field is absent or null. */
    FIELD_MISSING(FaultCode.FIELD_MISSING, 400),
    /** A word outside a closed set. */
    VALUE_UNKNOWN(FaultCode.VALUE_UNKNOWN, 400),
    /** A value or text of the wrong form. */
    VALUE_INVALID(FaultCode.VALUE_INVALID, 400),
    /** A number, or a number of elements, outside its bounds. */
    NUMBER_RANGE(FaultCode.NUMBER_RANGE, 400),
    /** Text that is no RFC 3339 instant. */
    TIME_INVALID(FaultCode.TIME_INVALID, 400),
    /** An instant outside its bounds. */
    TIME_RANGE(FaultCode.TIME_RANGE, 400),
    /** A key that does not match {@code [a-z0-9][a-z0-9_.-]{0,127}}. */
    KEY_INVALID(FaultCode.KEY_INVALID, 400),
    /** Not a time zone of the IANA database. */
    ZONE_UNKNOWN(FaultCode.ZONE_UNKNOWN, 400),
    /** Not a cursor of this list. */
    CURSOR_INVALID(400),
    /** A condition names a segment, and there are none yet. */
    SEGMENT_UNKNOWN(FaultCode.SEGMENT_UNKNOWN, 400),
    /** No variant can ever be given. */
    WEIGHTS_ZERO(FaultCode.WEIGHTS_ZERO, 400),
    /** The control is not one of the variants. */
    CONTROL_UNKNOWN(FaultCode.CONTROL_UNKNOWN, 400),
    /** A variant, metric, dimension, covariate or rule is named twice. */
    DUPLICATE(FaultCode.DUPLICATE, 400),
    /** Slots outside [0, 1000000) or an empty range. */
    SLOTS_INVALID(FaultCode.SLOTS_INVALID, 400),
    /** Slots of one experiment overlap. */
    SLOTS_OVERLAP(FaultCode.SLOTS_OVERLAP, 400),
    /** The body names a flag the project does not have. */
    FLAG_UNKNOWN(400),
    /** The body names a metric, or a version of it, that the project does not have. */
    METRIC_UNKNOWN(400),
    /** The body names a layer the environment does not have. */
    LAYER_UNKNOWN(400),
    /** The body names an experiment the environment does not have, or not on this flag. */
    EXPERIMENT_UNKNOWN(FaultCode.EXPERIMENT_UNKNOWN, 400),
    /** A path or header that is no proper HTTP, or holds control characters. */
    REQUEST_MALFORMED(FaultCode.REQUEST_MALFORMED, 400),
    /** An {@code If-Match} that names no revision, such as {@code *}. */
    IF_MATCH_INVALID(400),
    /** No token, an unknown or revoked one, or a session that ended. */
    UNAUTHENTICATED(401),
    /** User name and password do not fit. */
    SIGN_IN_FAILED(401),
    /** Signed in, but not for this. */
    FORBIDDEN(403),
    /** A write with a session cookie without the header that repeats the cookie {@code XSRF-TOKEN}. */
    CSRF_FAILED(403),
    /** The one-time password has to be replaced first. */
    PASSWORD_CHANGE_REQUIRED(403),
    /** The path, or an object it names, does not exist. */
    NOT_FOUND(FaultCode.NOT_FOUND, 404),
    /** The path has no such method. */
    METHOD_NOT_ALLOWED(FaultCode.METHOD_NOT_ALLOWED, 405),
    /** The answer has no form the caller accepts. */
    NOT_ACCEPTABLE(406),
    /** An object of that key exists. */
    ALREADY_EXISTS(409),
    /** Another running experiment holds slots of the layer; {@code heldBy} names it. */
    SLOTS_TAKEN(409),
    /** The experiment is in a state that does not allow this. */
    STATE_INVALID(409),
    /** A ramp that would take slots away. */
    RAMP_NARROWS(409),
    /** Another file was imported into the experiment before. */
    IMPORT_EXISTS(409),
    /** An import into the experiment is still open. */
    IMPORT_OPEN(409),
    /** An import was closed after six days before it was complete. */
    IMPORT_INCOMPLETE(409),
    /** The object was changed since it was read. */
    REVISION_MISMATCH(412),
    /** The body is above 1 MiB. */
    BODY_TOO_LARGE(FaultCode.BODY_TOO_LARGE, 413),
    /** The body is not {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The {@code Idempotency-Key} was used for another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** An edit without {@code If-Match}. */
    IF_MATCH_REQUIRED(428),
    /** Too many failed sign-ins; {@code Retry-After} says when to try again. */
    SIGN_IN_BLOCKED(429),
    /** A fault of ours; the log has it under {@code traceId}. */
    INTERNAL_ERROR(FaultCode.INTERNAL_ERROR, 500),
    /** Too many sign-ins are waiting. */
    BUSY(FaultCode.BUSY, 503),
    /** PostgreSQL cannot be reached. */
    DATABASE_UNAVAILABLE(503);

    private final String code;
    private final int status;

    ProblemCode(int status) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.status = status;
    }

    /** A fault that is found elsewhere too, under the one word it has. */
    ProblemCode(FaultCode shared, int status) {
        this.code = shared.code();
        this.status = status;
    }

    /** HTTP status, 400..599. */
    public int status() {
        return status;
    }

    /** The code in the answer: lower case with underscores. */
    public String code() {
        return code;
    }
}
