package io.touchstone.console.problem;

import java.util.Locale;

/**
 * What can go wrong at the control plane, each with a code that never changes its meaning. Listed for users in {@code
 * docs/formats/problems.md}. What the readers of published documents refuse keeps its own code, as status 400.
 */
public enum ProblemCode {
    /** The body is no JSON in UTF-8, or text has a lone surrogate or U+0000. */
    MALFORMED_JSON(400),
    /** A field has another JSON type. */
    WRONG_TYPE(400),
    /** A field nobody knows: mostly a slip of the pen that would otherwise change nothing silently. */
    UNKNOWN_FIELD(400),
    /** A required field is absent or null. */
    MISSING_FIELD(400),
    /** A value outside its bounds or set. */
    INVALID_VALUE(400),
    /** A key that does not match {@code [a-z0-9][a-z0-9_.-]{0,127}}. */
    INVALID_KEY(400),
    /** Not a time zone of the IANA database. */
    INVALID_ZONE(400),
    /** Not a cursor of this list. */
    INVALID_CURSOR(400),
    /** A condition of an audience or a filter that cannot be compiled. */
    INVALID_CONDITION(400),
    /** A payload that is not of its flag's type. */
    PAYLOAD_TYPE(400),
    /** No variant can ever be given. */
    WEIGHTS_ALL_ZERO(400),
    /** A weight below 0 or above 1,000,000. */
    WEIGHT_OUT_OF_RANGE(400),
    /** Two variants of one name. */
    DUPLICATE_VARIANT(400),
    /** The control is not one of the variants. */
    UNKNOWN_CONTROL(400),
    /** A metric, dimension, covariate or rule is named twice. */
    DUPLICATE(400),
    /** Slots outside [0, 1000000) or an empty range. */
    SLOTS_OUT_OF_RANGE(400),
    /** Slots of one experiment overlap. */
    SLOTS_OVERLAP(400),
    /** The body names a flag the project does not have. */
    UNKNOWN_FLAG(400),
    /** The body names a metric, or a version of it, that the project does not have. */
    UNKNOWN_METRIC(400),
    /** The body names a layer the environment does not have. */
    UNKNOWN_LAYER(400),
    /** The body names an experiment the environment does not have on this flag. */
    UNKNOWN_EXPERIMENT(400),
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
    NOT_FOUND(404),
    /** The path has no such method. */
    METHOD_NOT_ALLOWED(405),
    /** The answer has no form the caller accepts. */
    NOT_ACCEPTABLE(406),
    /** An object of that key exists. */
    ALREADY_EXISTS(409),
    /** Another running experiment holds slots of the layer; {@code heldBy} names it. */
    SLOTS_TAKEN(409),
    /** The experiment is in a state that does not allow this. */
    INVALID_STATE(409),
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
    BODY_TOO_LARGE(413),
    /** The body is not {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The {@code Idempotency-Key} was used for another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** An edit without {@code If-Match}. */
    IF_MATCH_REQUIRED(428),
    /** Too many failed sign-ins; {@code Retry-After} says when to try again. */
    SIGN_IN_BLOCKED(429),
    /** A fault of ours; the log has it under {@code traceId}. */
    INTERNAL_ERROR(500),
    /** PostgreSQL cannot be reached. */
    DATABASE_UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** HTTP status, 400..599. */
    public int status() {
        return status;
    }

    /** The code in the answer: lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
