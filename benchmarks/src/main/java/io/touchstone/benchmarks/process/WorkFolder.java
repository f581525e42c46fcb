package io.touchstone.benchmarks.process;

import io.touchstone.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the data of one run; deleted at its end, or by the next run if this one was killed. */
public final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = "run-";

    /** Where in the folder PostgreSQL lives. */
    private static final String POSTGRES = "postgres";

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** A new one below {@link #root}. */
    public static WorkFolder create() {
        try {
            Files.createDirectories(root());
            clearLeftOvers();
            return new WorkFolder(Files.createDirectories(
                    root().resolve(PREFIX + ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException("folder: " + root() + " (expected: writable)", e);
        }
    }

    /** The folder of a JVM that was killed lies there still, and its PostgreSQL goes on running. */
    private static void clearLeftOvers() throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(root())) {
            folders = found.filter(WorkFolder::isLeftOver).toList();
        }
        for (Path folder : folders) {
            EmbeddedDatabase.stopOrphan(folder.resolve(POSTGRES));
            new WorkFolder(folder).close();
        }
    }

    private static boolean isLeftOver(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "[0-9]{1,18}")) {
            return false;
        }
        long owner = Long.parseLong(name.substring(PREFIX.length()));
        return owner == ProcessHandle.current().pid()
                || ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isEmpty();
    }

    /** Where runs keep what they need again, such as the programs of PostgreSQL: {@code -Dtouchstone.benchmarks.work}. */
    public static Path root() {
        return Path.of(System.getProperty("touchstone.benchmarks.work", "target/work"))
                .toAbsolutePath();
    }

    /** For the data of PostgreSQL. */
    public Path postgres() {
        return path.resolve(POSTGRES);
    }

    /** A path in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("benchmarks: folder " + path + " stays behind (" + e.getMessage() + ")");
        }
    }
}
