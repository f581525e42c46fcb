package io.touchstone.console.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A refused post with its body on the way must not cost the next request on the connection its answer. */
class UnreadBodyTest {
    private static final String REFUSED = """
            POST /api/v1/projects HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 11\r
            \r
            """;
    private static final String BODY = "{\"key\":\"a\"}";
    private static final String NEXT = """
            GET /api/v1/projects HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            \r
            """;

    @Test
    void refusal_bodyArrivesLater_nextRequestIsAnswered() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ConsoleServer.shared().port())) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            write(out, REFUSED);
            write(out, BODY);
            write(out, NEXT);

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .lines()
                            .filter(line -> line.contains("HTTP/1.1 ")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("HTTP/1.1 401 "));
        }
    }

    @Test
    void refusal_bodyNeverArrives_isAnsweredAndTheConnectionClosed() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ConsoleServer.shared().port())) {
            socket.setSoTimeout(10_000);
            write(socket.getOutputStream(), REFUSED);

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .lines())
                    .anyMatch(line -> line.startsWith("HTTP/1.1 401 "))
                    .anyMatch(line -> line.equalsIgnoreCase("connection: close"));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
