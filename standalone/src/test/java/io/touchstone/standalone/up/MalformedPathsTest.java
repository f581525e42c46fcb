package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedPathsTest {
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> new MalformedPaths()
                    .apply(routes)
                    .route(request -> true, (request, response) -> response.status(204)
                            .send()))
            .bindNow();

    @AfterAll
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%zz", "/a%", "/a%0", "/a\u0001b", "/a\u007f", "/a?b=%g0", "/a{b}", "/a\\b"})
    void path_thatIsNone_isAProblem(String path) throws IOException {
        String answer = get(path);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"request_malformed\"");
        assertThat(answer).containsIgnoringCase("connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b.c-d_e~f", "/a%20b", "/a?b=c&d=%E5%BC%A0", "/a:b@c!d$e'(f)*+,;=", "/%00"})
    void path_thatIsOne_passes(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void addressInFull_passes() throws IOException {
        assertThat(get("http://localhost/a")).startsWith("HTTP/1.1 204 ");
    }

    private String get(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
