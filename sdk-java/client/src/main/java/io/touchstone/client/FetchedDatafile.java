package io.touchstone.client;

import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.input.InvalidInputException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered to the question for the datafile.
 *
 * @param datafile ready to decide with; null where the known one still is the last
 * @param bytes as they came; empty where there is no datafile
 * @param etag to ask with next time; null where the server gave none
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record FetchedDatafile(
        @Nullable CompiledDatafile datafile,
        byte[] bytes,
        @Nullable String etag) {
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    /**
     * Reads and compiles an answer.
     *
     * @param asked the entity tag in the question; null for none
     * @throws RefusedAnswer for another status than 200 or, where a tag was asked with, 304, and for an answer that is no datafile in JSON
     * @throws InvalidInputException for a datafile that breaks a rule
     */
    static FetchedDatafile of(HttpResponse<byte[]> answer, @Nullable String asked) {
        if (answer.statusCode() == NOT_MODIFIED && asked != null) {
            return new FetchedDatafile(null, new byte[0], null);
        }
        if (answer.statusCode() != OK) {
            throw new RefusedAnswer(
                    "status " + answer.statusCode() + " (expected: 200" + (asked == null ? ")" : " or 304)"),
                    AnswerHeaders.retryAfterSeconds(answer.headers()));
        }
        String type = AnswerHeaders.mediaType(answer.headers());
        if (!type.equals("application/json")) {
            throw new RefusedAnswer("Content-Type " + type + " (expected: application/json)", 0);
        }
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equals("identity")) {
            throw new RefusedAnswer("Content-Encoding " + encoding + " (expected: none, as none was asked for)", 0);
        }
        return new FetchedDatafile(
                CompiledDatafile.compile(DatafileCodec.read(answer.body())),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(null));
    }

    /** An answer that says no. Carries no stack trace: it is the server's fault and not ours. */
    static final class RefusedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int retryAfterSeconds;

        RefusedAnswer(String problem, int retryAfterSeconds) {
            super(problem, null, false, false);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        /** When the server wants to be asked again; 0 if it did not say. */
        int retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
