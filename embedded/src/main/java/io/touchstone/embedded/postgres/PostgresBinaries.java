package io.touchstone.embedded.postgres;

import io.touchstone.embedded.EmbeddedServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
final class PostgresBinaries {
    static final int MAJOR_VERSION = 18;
    /** Changes with the archive's version, so that an upgrade unpacks anew beside the old programs. */
    private static final String FOLDER_NAME = "postgres-18.6.0";

    private static final Object UNPACKING = new Object();

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** The programs below {@code parent}, unpacked there if they are not yet. Safe with several processes at once. */
    static PostgresBinaries in(Path parent) {
        Path home = parent.resolve(FOLDER_NAME);
        synchronized (UNPACKING) {
            if (!Files.isDirectory(home)) {
                unpackLocked(parent, home);
            }
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpackLocked(Path parent, Path home) {
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(
                            parent.resolve(FOLDER_NAME + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(home)) {
                    unpack(parent, home);
                }
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "database_unpack_failed",
                    "folder: " + parent + " (expected: a writable folder with 100 MB free for PostgreSQL's programs; "
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** Into a folder beside, renamed at the end: a folder of the final name is always complete. */
    private static void unpack(Path parent, Path home) throws IOException {
        Path unpacked = parent.resolve(FOLDER_NAME + ".unpacking");
        Folders.delete(unpacked);
        Files.createDirectories(unpacked);
        try (InputStream archive = openArchive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unpacked);
            }
        }
        Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("archive entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, true)) {
                throw new IOException("cannot make executable: " + path);
            }
        }
    }

    private static InputStream openArchive() {
        String name = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new EmbeddedServerException(
                    "database_platform_unsupported",
                    "platform: " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " (expected: Linux x86-64, Linux arm64 or macOS arm64; elsewhere use a PostgreSQL of your own)");
        }
        return archive;
    }

    static String archiveName(String osName, String osArchitecture) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : "other";
        String architecture =
                switch (osArchitecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "other";
                };
        return "postgres-" + system + "-" + architecture + ".txz";
    }
}
