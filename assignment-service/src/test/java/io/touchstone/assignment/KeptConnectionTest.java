package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A refusal must not reset a caller that is still sending, nor cost the next request on the connection its answer. */
class KeptConnectionTest extends DataPlaneTestCase {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");
    private static final String NEXT = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @Test
    void refusal_beforeTheBody_leavesTheConnectionFit() throws IOException {
        assertThat(statuses(post("/api/v1/events", "", 2_000), "x".repeat(2_000), NEXT))
                .containsExactly(401, 200);
        assertThat(statuses(post("/ofrep/v1/evaluate/flags/fixed", "nonsense", 2_000), "x".repeat(2_000), NEXT))
                .containsExactly(401, 200);
        assertThat(statuses(post("/api/v1/nothing", "", 2_000), "x".repeat(2_000), NEXT))
                .containsExactly(404, 200);
        assertThat(statuses(post("/api/v1/datafile", "", 2_000), "x".repeat(2_000), NEXT))
                .containsExactly(405, 200);
    }

    @Test
    void bodyTooLarge_announced_isReadAway() throws IOException {
        int length = 3 * 1024 * 1024;
        assertThat(statuses(post("/api/v1/events", key("server"), length), "x".repeat(length), NEXT))
                .containsExactly(413, 200);
    }

    @Test
    void bodyTooLarge_inChunks_isReadAway() throws IOException {
        String chunk = "80000\r\n" + "x".repeat(0x80000) + "\r\n";
        assertThat(statuses(postChunked(), chunk.repeat(5) + "0\r\n\r\n", NEXT)).containsExactly(413, 200);
    }

    @RepeatedTest(20)
    void refusalByAWorker_keepsTheConnection() throws IOException {
        // Head and body come apart and the answer from another thread: one next request in ten was once never answered.
        String head = post("/api/v1/events", key("server"), 2).replace("\r\n\r\n", "\r\nContent-Encoding: br\r\n\r\n");
        assertThat(statuses(head, "{}", NEXT)).containsExactly(415, 200);
    }

    @Test
    void bodyWithoutEnd_isAnsweredAndTheConnectionClosed() throws IOException {
        String answer = exchange(post("/api/v1/events", "", 1_000), "half");
        assertThat(statusesOf(answer)).containsExactly(401);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
    }

    @Test
    void bodyFarTooLarge_isAnsweredAndTheConnectionClosed() throws IOException {
        // As much as is read away and a little more, so that nothing of ours is under way when the answer comes.
        String answer = exchange(post("/api/v1/events", "", Integer.MAX_VALUE), "x".repeat((8 << 20) + 1));
        assertThat(statusesOf(answer)).containsExactly(401);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
    }

    @Test
    void callerThatAsksFirst_isRefusedWithoutItsBody() throws IOException {
        String head = post("/api/v1/events", "", 500_000).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        String answer = exchange(head);
        assertThat(statusesOf(answer)).containsExactly(401);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
    }

    private String key(String kind) {
        return documents().key(kind);
    }

    private static String post(String path, String key, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + (key.isEmpty() ? "" : "X-API-Key: " + key + "\r\n")
                + "Content-Length: " + length + "\r\n\r\n";
    }

    private String postChunked() {
        return "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nX-API-Key: " + key("server")
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    /** Of a request and, once it is answered, of the next one on the same connection. */
    private List<Integer> statuses(String head, String body, String next) throws IOException {
        return statusesOf(exchange(head, body, next));
    }

    private static List<Integer> statusesOf(String answer) {
        return Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ")
                .matcher(answer)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** Sends the parts on one connection, {@link #NEXT} after an answer, and reads until the server closes it. */
    private String exchange(String... parts) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plane().port())) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            StringBuilder answers = new StringBuilder();
            for (String part : parts) {
                if (part.equals(NEXT)) {
                    answers.append(oneAnswer(in));
                }
                out.write(part.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            return answers.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .toString();
        }
    }

    private static String oneAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("closed after: %s", head).isNotNegative();
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.US_ASCII);
    }
}
