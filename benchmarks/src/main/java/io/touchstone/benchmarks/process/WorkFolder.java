package io.touchstone.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the data of one run; deleted at its end. */
public final class WorkFolder implements AutoCloseable {

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** A new one below {@link #root}. */
    public static WorkFolder create() {
        try {
            Files.createDirectories(root());
            return new WorkFolder(Files.createTempDirectory(root(), "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException("folder: " + root() + " (expected: writable)", e);
        }
    }

    /** Where runs keep what they need again, such as the programs of PostgreSQL: {@code -Dtouchstone.benchmarks.work}. */
    public static Path root() {
        return Path.of(System.getProperty("touchstone.benchmarks.work", "target/work"))
                .toAbsolutePath();
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
