package io.touchstone.standalone.up;

import io.touchstone.embedded.FreePort;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A start and a stop on a throw-away data folder. The launcher runs it once a build, with a JVM that keeps what it loaded
 * and linked for later starts.
 */
public final class Rehearsal {
    private final PrintStream out;

    public Rehearsal(PrintStream out) {
        this.out = out;
    }

    /** Starts everything on a free port with {@code folder} as data folder, asks for its health, and stops it. */
    public void run(Path folder) throws InterruptedException {
        int port = FreePort.pick();
        UpOptions options = UpOptions.parse(
                List.of("--data", folder.toString(), "--port", Integer.toString(port)), Map.of(), folder);
        try (Installation installation = Installation.prepare(options, Map.of(), out);
                HttpClient client = HttpClient.newHttpClient()) {
            installation.start();
            URI health = URI.create("http://127.0.0.1:" + port + "/health");
            out.println(client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
