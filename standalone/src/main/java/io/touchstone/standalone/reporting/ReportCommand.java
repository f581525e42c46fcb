package io.touchstone.standalone.reporting;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.RunningTouchstone;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Prints the report of an experiment: a table for people, or with {@code --json} the answer as it came. */
public final class ReportCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningTouchstone touchstone;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    public ReportCommand(RunningTouchstone touchstone, PrintStream out) {
        this.touchstone = touchstone;
        this.out = out;
    }

    /** @throws RefusedException if there is no such report, with the server's own words where it had some */
    public void run(List<String> arguments) throws InterruptedException {
        ReportOptions options = ReportOptions.parse(arguments);
        HttpResponse<byte[]> response = get(options.route());
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (options.json()) {
            out.println(body.strip());
        } else {
            out.print(new ReportTable(json.readTree(body)).text());
        }
        out.flush();
    }

    private HttpResponse<byte[]> get(String route) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(touchstone.address().resolve(route))
                .header("Authorization", "Bearer " + touchstone.token())
                .header("Accept", "application/json, application/problem+json")
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RefusedException(
                    "not_running",
                    "Touchstone at " + touchstone.address() + " does not answer (expected: running; start it with"
                            + " ./touchstone up)",
                    e);
        }
    }

    private RefusedException refused(HttpResponse<byte[]> response) {
        JsonNode problem = problem(response.body());
        String code = problem.path("code").asString("http_" + response.statusCode());
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        return new RefusedException(code, detail.isEmpty() ? "report: refused with " + response.statusCode() : detail);
    }

    private JsonNode problem(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
