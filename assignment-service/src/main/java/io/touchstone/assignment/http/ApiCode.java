package io.touchstone.assignment.http;

import io.touchstone.core.input.FaultCode;
import java.util.Locale;

/**
 * Why the data plane refuses a whole call, each with a code that never changes its meaning. Listed for users in {@code
 * docs/formats/problems.md}. What the reader of a body refuses keeps the reader's own code, as status 400.
 */
public enum ApiCode {
    /** The body is not complete gzip. */
    GZIP_MALFORMED(400),
    /** An import key without the import its events belong to. */
    IMPORT_REQUIRED(400),
    /** The environment has no import of that id. */
    IMPORT_UNKNOWN(400),
    /** A path or header that is no proper HTTP, or holds control characters. */
    REQUEST_MALFORMED(FaultCode.REQUEST_MALFORMED, 400),
    /** No key. */
    KEY_MISSING(401),
    /** No such key, or a wrong secret. */
    KEY_UNKNOWN(401),
    /** The key was revoked. */
    KEY_REVOKED(401),
    /** The kind of key may not. */
    KEY_SCOPE(403),
    /** A client key from a browser origin that is not one of its own. */
    KEY_ORIGIN(403),
    /** The path does not exist. */
    NOT_FOUND(FaultCode.NOT_FOUND, 404),
    /** The path has no such method. */
    METHOD_NOT_ALLOWED(FaultCode.METHOD_NOT_ALLOWED, 405),
    /** The import is sealed, or past its end. */
    IMPORT_SEALED(409),
    /** The body is above its limit. */
    BODY_TOO_LARGE(FaultCode.BODY_TOO_LARGE, 413),
    /** The body expands above its limit. */
    BODY_EXPANDS_TOO_FAR(413),
    /** Another {@code Content-Encoding} than gzip. */
    ENCODING_UNSUPPORTED(415),
    /** More than the key's events per second. */
    RATE_LIMITED(429),
    /** The key holds as many streams as it may. */
    STREAMS_LIMITED(429),
    /** A fault of ours; the log has the reason. */
    INTERNAL_ERROR(FaultCode.INTERNAL_ERROR, 500),
    /** No publication is known yet. */
    NOT_READY(503),
    /** Kafka did not acknowledge in time, or is away. */
    KAFKA_UNAVAILABLE(503),
    /** The queue to Kafka has no room for the batch. */
    QUEUE_FULL(503),
    /** Too many bodies are being read or judged. */
    BUSY(FaultCode.BUSY, 503);

    private final String code;
    private final int status;

    ApiCode(int status) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.status = status;
    }

    /** A fault that is found elsewhere too, under the one word it has. */
    ApiCode(FaultCode shared, int status) {
        this.code = shared.code();
        this.status = status;
    }

    /** The code in the answer: lower case with underscores. */
    public String code() {
        return code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
