package io.touchstone.standalone.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.touchstone.embedded.FreePort;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.RunningTouchstone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"experiment\":\"退款\",\"phase\":1}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void report(int port, String... arguments) throws InterruptedException {
        RunningTouchstone running = new RunningTouchstone(URI.create("http://127.0.0.1:" + port), "t0ken");
        new ReportCommand(running, new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    @Test
    void run_json_printsTheAnswerAsItCame() throws InterruptedException {
        report(server.getAddress().getPort(), "win back", "--json", "--phase", "2");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(answer + "\n");
        assertThat(requests)
                .containsExactly(
                        "/api/v1/projects/default/environments/production/experiments/win%20back/report?phase=2"
                                + " Bearer t0ken");
    }

    @Test
    void run_noJson_printsATable() throws InterruptedException {
        report(server.getAddress().getPort(), "winback");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("退款, phase 1");
    }

    @Test
    void run_problem_isTheServersSentence() {
        status = 404;
        answer = "{\"code\":\"not_found\",\"detail\":\"experiment: x (expected: an existing one)\"}";
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> report(server.getAddress().getPort(), "x"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"))
                .withMessage("experiment: x (expected: an existing one)");
    }

    @Test
    void run_nobodyAnswers_saysHowToStart() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> report(FreePort.pick(), "x"))
                .withMessageContaining("does not answer (expected: running; start it with ./touchstone up)");
    }
}
