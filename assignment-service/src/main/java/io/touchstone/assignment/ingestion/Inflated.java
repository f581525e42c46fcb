package io.touchstone.assignment.ingestion;

import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The content of a body, expanded if it is gzip, and refused as soon as it expands too far. */
final class Inflated {
    private static final int CHUNK = 16 * 1024;

    private Inflated() {}

    /**
     * @param body as it came
     * @param encoding value of {@code Content-Encoding}, empty for none
     * @param limit bytes of the expanded content
     * @throws ApiProblem 415 {@code encoding_unsupported}, 400 {@code gzip_malformed}, 413 {@code body_expands_too_far}
     */
    static byte[] content(byte[] body, String encoding, int limit) {
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new ApiProblem(
                    ApiCode.ENCODING_UNSUPPORTED, "Content-Encoding: " + encoding + " (expected: gzip or none)");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), CHUNK)) {
            return readAtMost(in, limit, body.length);
        } catch (IOException e) {
            throw new ApiProblem(ApiCode.GZIP_MALFORMED, "body: " + e.getMessage() + " (expected: complete gzip)");
        }
    }

    private static byte[] readAtMost(InputStream in, int limit, int compressed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, compressed * 4));
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (out.size() + read > limit) {
                throw new ApiProblem(
                        ApiCode.BODY_EXPANDS_TOO_FAR,
                        "body expanded: more than " + limit + " bytes (expected: at most " + limit + ")");
            }
            out.write(chunk, 0, read);
        }
        return out.toByteArray();
    }
}
