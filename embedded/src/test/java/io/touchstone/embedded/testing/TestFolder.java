package io.touchstone.embedded.testing;

import io.touchstone.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where the shared servers of this JVM keep their files; deleted at its end, or by a later JVM if it was killed. */
final class TestFolder {
    private static final Path ROOT = Path.of(System.getProperty("java.io.tmpdir"), "touchstone-tests");
    private static final String PREFIX = "jvm-";
    private static final List<Runnable> BEFORE_DELETION = new CopyOnWriteArrayList<>();

    private TestFolder() {}

    /** PostgreSQL's programs, unpacked once for all test JVMs of this machine. */
    static Path programs() {
        return ROOT.resolve("programs");
    }

    static Path ofThisJvm() {
        return Own.FOLDER;
    }

    static void beforeDeletion(Runnable action) {
        BEFORE_DELETION.add(action);
    }

    private static final class Own {
        static final Path FOLDER = create();

        private static Path create() {
            try {
                Files.createDirectories(ROOT);
                sweep();
                Path folder = Files.createDirectories(
                        ROOT.resolve(PREFIX + ProcessHandle.current().pid()));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    BEFORE_DELETION.forEach(Runnable::run);
                    delete(folder);
                }));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What killed JVMs left: their postgres is stopped, their folder deleted. */
    private static void sweep() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, PREFIX + "*")) {
            for (Path folder : folders) {
                long pid = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    EmbeddedDatabase.stopOrphan(folder.resolve("postgres"));
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A running broker still writes; the next JVM sweeps.
        }
    }
}
