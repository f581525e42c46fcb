package io.touchstone.assignment.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.assignment.http.ApiProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InflatedTest {
    private static final int LIMIT = 1_000_000;

    @Test
    void content_plain_isTheBody() {
        byte[] body = {1, 2, 3};
        assertThat(Inflated.content(body, "", LIMIT)).isSameAs(body);
        assertThat(Inflated.content(body, "identity", LIMIT)).isSameAs(body);
    }

    @Test
    void content_gzipUpToTheLimit_isExpanded() throws IOException {
        assertThat(Inflated.content(gzip(new byte[LIMIT]), "gzip", LIMIT)).hasSize(LIMIT);
    }

    @Test
    void content_bomb_isRefusedBeforeItIsThere() throws IOException {
        byte[] bomb = gzip(new byte[200 * LIMIT]);
        assertThat(bomb.length).isLessThan(LIMIT);
        assertProblem("body_expands_too_far", bomb, "gzip");
    }

    @Test
    void content_manyMembers_countTogether() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            members.writeBytes(gzip(new byte[LIMIT / 2]));
        }
        assertProblem("body_expands_too_far", members.toByteArray(), "GZIP");
    }

    @Test
    void content_brokenGzip_isRefused() throws IOException {
        byte[] gzip = gzip("{\"events\":[]}".getBytes(StandardCharsets.UTF_8));
        assertProblem("gzip_malformed", Arrays.copyOf(gzip, gzip.length - 4), "gzip");
        assertProblem("gzip_malformed", "{\"events\":[]}".getBytes(StandardCharsets.UTF_8), "gzip");
        assertProblem("gzip_malformed", new byte[0], "gzip");
    }

    @Test
    void content_otherEncoding_isRefused() {
        assertProblem("encoding_unsupported", new byte[0], "br");
    }

    private static void assertProblem(String code, byte[] body, String encoding) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> Inflated.content(body, encoding, LIMIT))
                .returns(code, ApiProblem::code);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
