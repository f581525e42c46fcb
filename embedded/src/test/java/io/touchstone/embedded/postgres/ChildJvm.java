package io.touchstone.embedded.postgres;

import io.touchstone.embedded.postgres.DatabaseSettings.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts the server of a folder and then waits to be killed. */
record ChildJvm(Process process, int port, long pid) {
    static ChildJvm start(DatabaseSettings settings) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildJvm.class.getName(),
                        settings.folder().toString(),
                        settings.binaries().toString(),
                        settings.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException("child: no answer (expected: port and process id)");
        }
        String[] words = line.split(" ", -1);
        return new ChildJvm(process, Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(Path.of(arguments[0]), arguments[2])
                .withBinaries(Path.of(arguments[1]))
                .withDurability(Durability.NONE));
        System.out.println(database.port() + " " + database.pid());
        new CountDownLatch(1).await();
    }
}
