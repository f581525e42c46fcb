package io.touchstone.assignment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ServerLimitsTest {
    private DisposableServer server;

    @BeforeEach
    void start() {
        ServerLimits limits = new ServerLimits(Duration.ofMillis(300), Duration.ofMillis(900), Duration.ofMillis(600));
        server = limits.apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .then(response.status(200).send().then()))
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void body_thatStops_isCutOff() throws IOException {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf", 0))
                .doesNotContain(" 200 ");
    }

    @Test
    void body_thatDrips_isCutOffToo() throws IOException {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n", 20))
                .doesNotContain(" 200 ");
    }

    @Test
    void connection_thatIsIdle_isClosed() throws IOException {
        assertThat(exchange("", 0)).isEmpty();
    }

    @Test
    void headers_of100KiB_areRefused() throws IOException {
        String answer = exchange("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100 * 1024) + "\r\n\r\n", 0);
        assertThat(answer).doesNotContain(" 200 ");
    }

    @Test
    void address_of1MiB_isRefused() throws IOException {
        assertThat(exchange("GET /" + "y".repeat(1024 * 1024) + " HTTP/1.1\r\nHost: x\r\n\r\n", 0))
                .doesNotContain(" 200 ");
    }

    @Test
    void request_inTime_isAnswered() throws IOException {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok", 0))
                .contains(" 200 ");
    }

    /** Sends the text, then single bytes, and reads until the server closes, which it must within a few seconds. */
    private String exchange(String text, int drips) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(100);
            StringBuilder answer = new StringBuilder();
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                for (int dripped = 0; readSome(socket, answer); dripped++) {
                    assertThat(System.nanoTime()).as("still open").isLessThan(deadline);
                    if (dripped < drips) {
                        socket.getOutputStream().write('x');
                    }
                }
            } catch (IOException reset) {
                // Closed while we wrote: as good as closed.
            }
            return answer.toString();
        }
    }

    private static boolean readSome(Socket socket, StringBuilder answer) throws IOException {
        InputStream in = socket.getInputStream();
        try {
            int read = in.read();
            if (read >= 0) {
                answer.append((char) read);
            }
            return read >= 0;
        } catch (java.net.SocketTimeoutException nothingYet) {
            return true;
        }
    }
}
